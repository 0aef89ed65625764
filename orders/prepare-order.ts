import { createHash } from 'node:crypto'
import type { OrderRequest } from './order.ts'
import type { JobData } from './read-order.ts'
import { InvalidOrder } from './refusals.ts'
import type { Restaurant } from './restaurant.ts'

/** The order with its names and cook times of now, so that a later change of the menu does not reach it. */
export function prepare(restaurant: Restaurant, { items, dining }: OrderRequest): JobData {
  const unknown = items.flatMap(({ id }, index) =>
    restaurant.menu.some(item => item.id === id)
      ? []
      : [{ pointer: `/items/${index}/id`, detail: 'is not on the menu' }],
  )
  if (unknown.length > 0) throw new InvalidOrder(unknown)

  const lines = items.flatMap(({ id, quantity }) =>
    restaurant.menu
      .filter(item => item.id === id)
      .map(({ name, cookSeconds, failureRate, dropsFirst }) => ({
        id,
        name,
        quantity,
        cookSeconds,
        failureRate,
        dropsFirst,
      })),
  )
  return { items: lines, dining }
}

export function secondsToCook(items: JobData['items']): number {
  return items.reduce((sum, { cookSeconds, quantity }) => sum + cookSeconds * quantity, 0)
}

/** Equal for equal orders, whatever the spelling of the JSON they came in. */
export function fingerprint(request: OrderRequest): string {
  const canonical = [request.dining, ...request.items.map(({ id, quantity }) => [id, quantity])]
  return createHash('sha256').update(JSON.stringify(canonical)).digest('base64url')
}
