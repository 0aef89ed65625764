import type { z } from 'zod'

const KINDS: Record<string, string> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  array: 'a list, in [ ]',
  object: 'fields, in { }',
}

/** What is wrong with a field, for whoever wrote the file by hand; undefined where zod's own words will do. */
export function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return missingOr(issue.input, `must be ${KINDS[issue.expected] ?? issue.expected}`)
    case 'invalid_value':
      return missingOr(
        issue.input,
        `must be ${issue.values.map(value => JSON.stringify(value)).join(' or ')}`,
      )
    case 'too_small':
      return `must be ${issue.inclusive ? 'at least' : 'more than'} ${amount(issue.minimum, issue.origin)}`
    case 'too_big':
      return `must be ${issue.inclusive ? 'at most' : 'less than'} ${amount(issue.maximum, issue.origin)}`
    case 'unrecognized_keys':
      return `${issue.keys.join(', ')} is no field that is known here`
    default:
      return undefined
  }
}

function missingOr(input: unknown, must: string): string {
  return input === undefined ? `is missing; it ${must}` : must
}

function amount(limit: number | bigint, origin: string): string {
  if (origin === 'string') return limit === 1 ? '1 character long' : `${limit} characters long`
  return String(limit)
}
