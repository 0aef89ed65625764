import type { z } from 'zod'

/** The places of an issue, as JSON pointers (RFC 6901): an unknown field is pointed at by its own name. */
export function pointTo(issue: z.core.$ZodIssue): { pointer: string; detail: string }[] {
  if (issue.code !== 'unrecognized_keys') return [{ pointer: toPointer(issue.path), detail: issue.message }]
  return issue.keys.map(key => ({
    pointer: toPointer([...issue.path, key]),
    detail: 'is not a known field: leave it out',
  }))
}

function toPointer(path: PropertyKey[]): string {
  return path.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
