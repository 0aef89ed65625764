import { limitRate } from '#app/api/limit-rate.ts'
import { pointTo } from '#app/api/point-to.ts'
import { readJson } from '#app/api/read-json.ts'
import { readKey } from '#app/api/read-key.ts'
import { serveAtCounter } from '#orders/counter.ts'
import { OrderRequest } from '#orders/order.ts'
import { placeOrder } from '#orders/place-order.ts'
import { InvalidOrder, RestaurantClosed } from '#orders/refusals.ts'
import type { Restaurant } from '#orders/restaurant.ts'

/** The cashier: takes the order and answers at once with a number; or, at a counter, with the food. */
export async function takeOrder(restaurant: Restaurant, request: Request): Promise<Response> {
  if (restaurant.shift?.isOpen === false) throw new RestaurantClosed('nobody works here')
  const [body] = await Promise.all([readJson(request), limitRate('orders', restaurant, request)])
  const key = readKey(request, 'order')
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

function parseOrderRequest(body: unknown): OrderRequest {
  const parsed = OrderRequest.safeParse(body)
  if (parsed.success) return parsed.data
  throw new InvalidOrder(pointTo(parsed.error))
}
