import type { z } from 'zod'

/** One who sends a thousand mistakes is told of the first. */
const MOST_ERRORS = 20

/** The places of what is wrong, as JSON pointers (RFC 6901): an unknown field is pointed at by its own name. */
export function pointTo({ issues }: z.core.$ZodError): { pointer: string; detail: string }[] {
  return issues.flatMap(pointToIssue).slice(0, MOST_ERRORS)
}

function pointToIssue(issue: z.core.$ZodIssue): { pointer: string; detail: string }[] {
  if (issue.code !== 'unrecognized_keys') return [{ pointer: toPointer(issue.path), detail: issue.message }]
  return issue.keys.map(key => ({
    pointer: toPointer([...issue.path, key]),
    detail: 'is not a known field: leave it out',
  }))
}

function toPointer(path: PropertyKey[]): string {
  return path.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
