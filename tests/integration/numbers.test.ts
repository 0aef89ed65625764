import assert from 'node:assert/strict'
import { test } from 'node:test'
import { collectOrder } from '#orders/collect-order.ts'
import { openKitchen } from '#orders/kitchen.ts'
import type { Order } from '#orders/order.ts'
import { placeOrder } from '#orders/place-order.ts'
import { readOrder } from '#orders/read-order.ts'
import type { Restaurant } from '#orders/restaurant.ts'
import { keyOf } from '#orders/script.ts'
import { makeRestaurant, newKey, some, withOwnRedis } from '#tests/support/kitchen-table.ts'
import { until } from '#tests/support/until.ts'

const redis = withOwnRedis()
const MINUTE_MS = 60_000

test('they run 1, 2, 3 and go on past the top while all are held', async () => {
  const restaurant = makeRestaurant({ numbers: { upTo: 3 } })
  assert.deepEqual(await takeNumbers(restaurant, 6), [1, 2, 3, 4, 5, 6])
})

test('they start over at the top, past those that someone still holds', async () => {
  const restaurant = makeRestaurant({ numbers: { upTo: 3 } })
  const [one, , three] = await placeAndCook(restaurant, 3)
  await collectLongAgo(restaurant, one, 31)
  await collectLongAgo(restaurant, three, 31)

  assert.deepEqual(await takeNumbers(restaurant, 3), [1, 3, 4])
})

test('a number is held for half an hour after it was collected', async () => {
  const restaurant = makeRestaurant({ numbers: { upTo: 1 } })
  const [one] = await placeAndCook(restaurant, 1)

  await collectLongAgo(restaurant, one, 29)
  assert.deepEqual(await takeNumbers(restaurant, 1), [2])
  await collectLongAgo(restaurant, one, 31)
  await forgetThatAllAreHeld(restaurant)
  assert.deepEqual(await takeNumbers(restaurant, 1), [1])
})

test('a number is held for half an hour after it left the wall uncollected', async () => {
  const restaurant = makeRestaurant({ numbers: { upTo: 1 }, readyMinutes: 10 })
  const [one] = await placeAndCook(restaurant, 1)

  await wasReadyLongAgo(restaurant, one, 39)
  assert.equal((await readOrder(restaurant, one?.id ?? ''))?.status, 'missed')
  assert.deepEqual(await takeNumbers(restaurant, 1), [2])

  await wasReadyLongAgo(restaurant, one, 41)
  await forgetThatAllAreHeld(restaurant)
  assert.deepEqual(await takeNumbers(restaurant, 1), [1])
})

test('a number that was missed and collected late is held for half an hour from then', async () => {
  const restaurant = makeRestaurant({ numbers: { upTo: 1 }, readyMinutes: 10 })
  const [one] = await placeAndCook(restaurant, 1)
  await wasReadyLongAgo(restaurant, one, 60)
  await collectOrder(restaurant, one?.id ?? '')

  assert.deepEqual(await takeNumbers(restaurant, 1), [2])
})

test('the numbers past the top are forgotten when nobody holds them', async () => {
  const restaurant = makeRestaurant({ numbers: { upTo: 2 } })
  const orders = await placeAndCook(restaurant, 6)
  for (const order of orders) await collectLongAgo(restaurant, order, 31)
  await forgetThatAllAreHeld(restaurant)

  assert.deepEqual(await takeNumbers(restaurant, 2), [1, 2])
  assert.deepEqual((await redis.client().hkeys(`${keyOf(restaurant)}:numbers`)).sort(), ['1', '2'])
})

test('a thousand held numbers cost one round, not one for each order', async () => {
  const restaurant = makeRestaurant({ numbers: { upTo: 999 } })
  await takeNumbers(restaurant, 999)
  assert.deepEqual(await takeNumbers(restaurant, 1), [1000])

  const before = await hashReads()
  assert.deepEqual(await takeNumbers(restaurant, 3), [1001, 1002, 1003])
  assert.ok((await hashReads()) - before < 100)
})

async function takeNumbers(restaurant: Restaurant, count: number): Promise<number[]> {
  const numbers = []
  for (let n = 0; n < count; n++)
    numbers.push((await placeOrder(restaurant, some('water'), newKey())).order.number)
  return numbers
}

async function placeAndCook(restaurant: Restaurant, count: number): Promise<Order[]> {
  const orders: Order[] = []
  for (let n = 0; n < count; n++) orders.push((await placeOrder(restaurant, some('water'), newKey())).order)
  const kitchen = openKitchen(restaurant)
  await until('all are ready', async () => {
    const now = await Promise.all(orders.map(({ id }) => readOrder(restaurant, id)))
    return now.every(order => order?.status === 'ready')
  })
  await kitchen.close()
  return orders
}

/** Collects it, and turns the clock of that collection back. */
async function collectLongAgo(
  restaurant: Restaurant,
  order: Order | undefined,
  minutes: number,
): Promise<void> {
  await collectOrder(restaurant, order?.id ?? '')
  const heldUntil = Date.now() + (30 - minutes) * MINUTE_MS
  await redis.client().hset(`${keyOf(restaurant)}:numbers`, String(order?.number), `until ${heldUntil}`)
}

async function wasReadyLongAgo(
  restaurant: Restaurant,
  order: Order | undefined,
  minutes: number,
): Promise<void> {
  const readyAt = Date.now() - minutes * MINUTE_MS
  await redis.client().hset(`${keyOf(restaurant)}:orders:${order?.id}`, 'finishedOn', readyAt)
  await redis.client().zadd(`${keyOf(restaurant)}:orders:completed`, readyAt, order?.id ?? '')
}

/** The clock was turned back, so what was known of the time before no longer holds. */
async function forgetThatAllAreHeld(restaurant: Restaurant): Promise<void> {
  await redis.client().hdel(`${keyOf(restaurant)}:book`, 'allHeldUntil')
}

async function hashReads(): Promise<number> {
  const stats = await redis.client().info('commandstats')
  return (
    Number(/cmdstat_hget:calls=(\d+)/.exec(stats)?.[1]) + Number(/cmdstat_hmget:calls=(\d+)/.exec(stats)?.[1])
  )
}
