import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { Order } from '#orders/order.ts'

/** An order as the kiosk posts it, without the kiosk. */
export async function placeOrder(
  request: APIRequestContext,
  { restaurant = 'office', item = 'coffee', quantity = 1 } = {},
): Promise<Order> {
  const response = await request.post(`/api/${restaurant}/orders`, {
    headers: { 'Idempotency-Key': randomUUID() },
    data: { items: [{ id: item, quantity }] },
  })
  return Order.parse(await response.json())
}

export async function collect(request: APIRequestContext, { restaurant, id }: Order): Promise<void> {
  await request.post(`/api/${restaurant}/orders/${id}/collection`)
}
