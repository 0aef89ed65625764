import { z } from 'zod'

/** Every problem this server tells of, as RFC 9457 has it: `type` is `/problems/<name>`. */
export const PROBLEMS = {
  'not-json': { status: 400, title: 'The body is not JSON' },
  'idempotency-key-missing': { status: 400, title: 'The Idempotency-Key header is missing' },
  'idempotency-key-malformed': { status: 400, title: 'The Idempotency-Key header is malformed' },
  'cross-site': { status: 403, title: 'This comes from a page of another site' },
  'no-such-restaurant': { status: 404, title: 'There is no such restaurant' },
  'no-such-order': { status: 404, title: 'There is no such order' },
  'no-such-thing': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'too-slow': { status: 408, title: 'The body did not come in time' },
  'still-preparing': { status: 409, title: 'The order is not ready yet' },
  'too-large': { status: 413, title: 'The body is too large' },
  'wrong-content-type': { status: 415, title: 'The body must be application/json' },
  'invalid-order': { status: 422, title: 'The kitchen cannot cook this order' },
  'key-reused': { status: 422, title: 'This Idempotency-Key was used with another order' },
  'too-many-orders': { status: 429, title: 'Too many orders from one place' },
  'too-many-collections': { status: 429, title: 'Too many collections from one place' },
  'redis-away': { status: 503, title: 'The queue cannot be reached' },
  'line-full': { status: 503, title: 'The kitchen has its hands full' },
  'intake-paused': { status: 503, title: 'No orders are taken at the moment' },
} as const

export type ProblemName = keyof typeof PROBLEMS

/** RFC 9457. `errors` point into the request's body (RFC 6901). */
export const Problem = z.strictObject({
  type: z.string().regex(/^\/problems\/[a-z-]+$/),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string(),
  errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
})
type Problem = z.infer<typeof Problem>

type More = Pick<Problem, 'detail' | 'errors'> & { headers?: Record<string, string> }

/** A problem document. `detail` says what to do. */
export function problem(name: ProblemName, { detail, errors, headers }: More): Response {
  const { status, title } = PROBLEMS[name]
  const document: Problem = { type: `/problems/${name}`, title, status, detail, errors }
  return new Response(JSON.stringify(document), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
  })
}
