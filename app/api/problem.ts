import { z } from 'zod'

/** Every problem this server tells of, as RFC 9457 has it: `type` is `/problems/<name>`, a page that says the same. */
export const PROBLEMS = {
  'not-json': {
    status: 400,
    title: 'The body is not JSON',
    remedy: 'Send the order as JSON, like `{"items":[{"id":"nuggets-6","quantity":2}],"dining":"eat-in"}`.',
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'The Idempotency-Key header is missing',
    remedy:
      'Send the header `Idempotency-Key` with 8 to 255 visible ASCII characters, new for each order and the same on each try at it.',
  },
  'idempotency-key-malformed': {
    status: 400,
    title: 'The Idempotency-Key header is malformed',
    remedy: 'Make the key of 8 to 255 visible ASCII characters; a UUID will do.',
  },
  'cross-site': {
    status: 403,
    title: 'This comes from a page of another site',
    remedy:
      'Orders are placed and collected from pages of this server, or by programs; a page of another site may not.',
  },
  'not-your-rush': {
    status: 403,
    title: 'This rush is somebody else’s',
    remedy:
      'Whoever started a rush may end it and change its crew: send the header `Authorization: Bearer …` with the Idempotency-Key that it was started with. Everybody may watch.',
  },
  'no-such-restaurant': {
    status: 404,
    title: 'There is no such restaurant',
    remedy: 'Look at the first page, which names the restaurants that there are.',
  },
  'no-such-order': {
    status: 404,
    title: 'There is no such order',
    remedy:
      'Check the id: it is in the answer to the order, and is forgotten some hours after the food was collected.',
  },
  'no-such-thing': {
    status: 404,
    title: 'There is nothing at this address',
    remedy: 'See `/api/openapi.json` for what is where.',
  },
  'no-such-rush': {
    status: 404,
    title: 'There is no such rush',
    remedy:
      'Start one with `POST /api/tale/rushes`. A rush is forgotten after a day, or after a hundred others.',
  },
  'no-such-cook': {
    status: 404,
    title: 'There is no such cook',
    remedy: 'Look at the cooks of the rush, and count from 0.',
  },
  'no-such-customer': {
    status: 404,
    title: 'There is no such customer',
    remedy: 'Look at the customers of the rush: they are counted from 1, in the order in which they came.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not take that method',
    remedy: 'Use one of the methods in the header `Allow`.',
  },
  'too-slow': {
    status: 408,
    title: 'The body did not come in time',
    remedy: 'Send the whole body within a few seconds. Nothing was ordered.',
  },
  'still-preparing': {
    status: 409,
    title: 'The order is not ready yet',
    remedy: 'Wait until the order is ready, then collect it.',
  },
  'restaurant-closed': {
    status: 409,
    title: 'The restaurant is closed',
    remedy:
      'Nothing was ordered. The two restaurants of the tale are open while a rush is on: start one with `POST /api/tale/rushes`, or at `/tale`.',
  },
  'rush-running': {
    status: 409,
    title: 'Another rush is on',
    remedy:
      'Wait until the one that the header `Location` names is over. Who started it may end it with `DELETE`.',
  },
  'rush-not-on': {
    status: 409,
    title: 'This rush is not on',
    remedy: 'Start one with `POST /api/tale/rushes`, and wait until it runs.',
  },
  'no-room-for-cook': {
    status: 409,
    title: 'There is no room for another cook',
    remedy: 'Let one walk out first. After sixteen in one rush no more come.',
  },
  'last-cook': {
    status: 409,
    title: 'Nobody else would cook',
    remedy: 'Let another cook come first: with none the rush would stand still until closing time.',
  },
  'too-large': {
    status: 413,
    title: 'The body is too large',
    remedy: 'Send at most 16 KiB.',
  },
  'wrong-content-type': {
    status: 415,
    title: 'The body must be application/json',
    remedy: 'Send the header `Content-Type: application/json`.',
  },
  'invalid-order': {
    status: 422,
    title: 'The kitchen cannot cook this order',
    remedy: 'Each entry of `errors` points at a place in the body and says what belongs there.',
  },
  'key-reused': {
    status: 422,
    title: 'This Idempotency-Key was used with another request',
    remedy: 'Send the very same order again, or make a new key for a new order.',
  },
  'invalid-rush': {
    status: 422,
    title: 'This rush cannot be played',
    remedy: 'Each entry of `errors` points at a place in the body and says what belongs there.',
  },
  'too-many-orders': {
    status: 429,
    title: 'Too many orders from one place',
    remedy: 'Wait as long as the header `Retry-After` says, then send the same order with the same key.',
  },
  'too-many-collections': {
    status: 429,
    title: 'Too many collections from one place',
    remedy: 'Wait as long as the header `Retry-After` says, then try again.',
  },
  'redis-away': {
    status: 503,
    title: 'The queue cannot be reached',
    remedy: 'Send the same request with the same key again after a moment: nothing happens twice.',
  },
  'line-full': {
    status: 503,
    title: 'The kitchen has its hands full',
    remedy:
      'Nothing was ordered. There is room again when `Retry-After` says so; keep the basket and the key until then.',
  },
  'intake-paused': {
    status: 503,
    title: 'No orders are taken at the moment',
    remedy: 'Nothing was ordered. Somebody at the restaurant has paused it; ask at the counter.',
  },
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
