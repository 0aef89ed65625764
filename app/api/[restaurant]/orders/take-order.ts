import type { z } from 'zod'
import { limitRate } from '#app/api/limit-rate.ts'
import { problem } from '#app/api/problem.ts'
import { Refuse } from '#app/api/problem-of.ts'
import { readJson } from '#app/api/read-json.ts'
import { serveAtCounter } from '#orders/counter.ts'
import { OrderRequest } from '#orders/order.ts'
import { placeOrder } from '#orders/place-order.ts'
import { InvalidOrder } from '#orders/refusals.ts'
import type { Restaurant } from '#orders/restaurant.ts'

/** One who sends a thousand mistakes is told of the first. */
const MOST_ERRORS = 20

/** The cashier: takes the order and answers at once with a number; or, at a counter, with the food. */
export async function takeOrder(restaurant: Restaurant, request: Request): Promise<Response> {
  const [body] = await Promise.all([readJson(request), limitRate('orders', request)])
  const key = readKey(request)
  const order = parseOrderRequest(body)

  return restaurant.service === 'queue'
    ? answer(202, await placeOrder(restaurant, order, key))
    : answer(200, await serveAtCounter(restaurant, order, key, request.signal))
}

function answer(status: number, { order, replayed }: Awaited<ReturnType<typeof placeOrder>>): Response {
  return new Response(JSON.stringify(order), {
    status,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      Location: `/api/${order.restaurant}/orders/${order.id}`,
      ...(replayed && { 'Idempotent-Replayed': 'true' }),
    },
  })
}

function readKey({ headers }: Request): string {
  const key = headers.get('idempotency-key')
  const detail = 'Make a UUID for each order, and send it again with each repeat of that order.'
  if (key === null) throw new Refuse(problem('idempotency-key-missing', { detail }))
  if (!/^[\x21-\x7e]{8,255}$/.test(key)) {
    throw new Refuse(
      problem('idempotency-key-malformed', { detail: `8 to 255 visible ASCII characters. ${detail}` }),
    )
  }
  return key
}

function parseOrderRequest(body: unknown): OrderRequest {
  const parsed = OrderRequest.safeParse(body)
  if (parsed.success) return parsed.data
  throw new InvalidOrder(parsed.error.issues.flatMap(pointTo).slice(0, MOST_ERRORS))
}

/** The places of an issue, as JSON pointers (RFC 6901): an unknown field is pointed at by its own name. */
function pointTo(issue: z.core.$ZodIssue): { pointer: string; detail: string }[] {
  if (issue.code !== 'unrecognized_keys') return [{ pointer: toPointer(issue.path), detail: issue.message }]
  return issue.keys.map(key => ({
    pointer: toPointer([...issue.path, key]),
    detail: 'is not a known field: leave it out',
  }))
}

function toPointer(path: PropertyKey[]): string {
  return path.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
