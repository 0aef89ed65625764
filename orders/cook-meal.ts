import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { kitchenSpeed } from './kitchen-speed.ts'
import type { Order, OrderRequest } from './order.ts'
import { prepare, secondsToCook } from './prepare-order.ts'
import type { Restaurant } from './restaurant.ts'

/**
 * The clerk hears one order for `takeMs`, cooks it portion after portion, and hands it over. Its number is taken then: until there is food,
 * nobody has one.
 */
export async function cookMeal(
  restaurant: Restaurant,
  { request, placedAt, takeMs }: { request: OrderRequest; placedAt: Date; takeMs: number },
  takeNumber: () => number,
): Promise<Order> {
  const startedAt = new Date()
  const { items, dining } = prepare(restaurant, request)
  await pause(takeMs + (secondsToCook(items) * 1000) / kitchenSpeed(restaurant))

  const portions = items.reduce((sum, { quantity }) => sum + quantity, 0)
  return {
    id: randomUUID(),
    number: takeNumber(),
    restaurant: restaurant.slug,
    status: 'ready',
    stage: null,
    position: null,
    progress: { done: portions, total: portions },
    items: items.map(({ id, name, quantity }) => ({ id, name, quantity })),
    dining,
    placedAt: placedAt.toISOString(),
    startedAt: startedAt.toISOString(),
    readyAt: new Date().toISOString(),
    collectedAt: null,
  }
}
