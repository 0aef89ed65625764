import { UnrecoverableError, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { collectOrder } from '#orders/collect-order.ts'
import { openKitchen } from '#orders/kitchen.ts'
import type { Order } from '#orders/order.ts'
import { placeOrder } from '#orders/place-order.ts'
import { openPatient } from '#orders/redis.ts'
import type { Restaurant } from '#orders/restaurant.ts'
import { keyOf, QUEUE_NAME } from '#orders/script.ts'
import { growOlder } from './grow-older.ts'
import { newKey, some } from './kitchen-table.ts'
import { until } from './until.ts'

const HOUR_MS = 3_600_000
const AT_ONCE = 100

/** Of an hour's orders: those that nobody collects, and those that end at the counter. */
export type Hour = { orders: number; missed: number; burnt: number }

/** An hour in a restaurant, as fast as it goes: orders are placed, cooked and collected for real, and only then it was an hour ago. */
export async function spendHour(redis: Redis, restaurant: Restaurant, hour: Hour): Promise<void> {
  const { orders, missed, burnt } = hour
  await placeMany(restaurant, burnt)
  await burnAll(restaurant)

  const kitchen = openKitchen(restaurant)
  const placed = await placeMany(restaurant, orders - burnt)
  await until('all is cooked', async () => (await inLine(redis, restaurant)) === 0, 60_000)
  await kitchen.close()
  await inParallel(placed.slice(missed), order => collectOrder(restaurant, order.id))
  await growOlder(redis, restaurant, HOUR_MS)
}

function placeMany(restaurant: Restaurant, count: number): Promise<Order[]> {
  const place = async () => (await placeOrder(restaurant, some('water'), newKey())).order
  return inParallel(Array.from({ length: count }), place)
}

/** A cook who burns all there is. */
async function burnAll(restaurant: Restaurant): Promise<void> {
  const connection = openPatient('bad-cook')
  const burn = async () => {
    throw new UnrecoverableError('burnt')
  }
  const cook = new Worker(QUEUE_NAME, burn, { connection, prefix: keyOf(restaurant) })
  await until('all is burnt', async () => (await inLine(connection, restaurant)) === 0)
  await cook.close()
  connection.disconnect()
}

async function inLine(redis: Redis, restaurant: Restaurant): Promise<number> {
  const [waiting, active] = await Promise.all(
    ['wait', 'active'].map(state => redis.llen(`${keyOf(restaurant)}:${QUEUE_NAME}:${state}`)),
  )
  return (waiting ?? 0) + (active ?? 0)
}

async function inParallel<T, R>(all: T[], act: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let from = 0; from < all.length; from += AT_ONCE) {
    results.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(act))))
  }
  return results
}
