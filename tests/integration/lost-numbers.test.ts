import assert from 'node:assert/strict'
import { test } from 'node:test'
import { collectOrder } from '#orders/collect-order.ts'
import { findNumber } from '#orders/find-number.ts'
import { openKitchen } from '#orders/kitchen.ts'
import { placeOrder } from '#orders/place-order.ts'
import type { Restaurant } from '#orders/restaurant.ts'
import { keyOf } from '#orders/script.ts'
import { setAsideLostNumbers } from '#orders/set-aside-lost-numbers.ts'
import { growOlder } from '#tests/support/grow-older.ts'
import { makeRestaurant, newKey, some, withOwnRedis } from '#tests/support/kitchen-table.ts'
import { until } from '#tests/support/until.ts'

const redis = withOwnRedis()
const MINUTE_MS = 60_000

test('numbers that were given after the backup are given to nobody else, also after a wrap', async () => {
  const restaurant = makeRestaurant({ numbers: { upTo: 999 } })
  await redis.client().hset(`${keyOf(restaurant)}:book`, 'last', 997)
  const restore = await backUp(restaurant)
  assert.deepEqual(await takeNumbers(restaurant, 4), [998, 999, 1, 2])

  await restore()
  const { next } = await setAsideLostNumbers(restaurant)
  assert.equal(next, 2000)
  assert.deepEqual(await takeNumbers(restaurant, 4), [2000, 2001, 2002, 2003])
})

test('nor are those past the top', async () => {
  const restaurant = makeRestaurant({ numbers: { upTo: 12 } })
  await takeNumbers(restaurant, 14)
  const restore = await backUp(restaurant)
  assert.deepEqual(await takeNumbers(restaurant, 3), [15, 16, 17])

  await restore()
  await setAsideLostNumbers(restaurant)
  assert.deepEqual(await takeNumbers(restaurant, 2), [1015, 1016])
})

test('nor is one that was free at the backup, collected long before', async () => {
  const restaurant = makeRestaurant({ numbers: { upTo: 2 } })
  await serve(restaurant, 2)
  await growOlder(redis.client(), restaurant, 31 * MINUTE_MS)
  const restore = await backUp(restaurant)
  assert.deepEqual(await takeNumbers(restaurant, 2), [1, 2])

  await restore()
  await setAsideLostNumbers(restaurant)
  assert.deepEqual(await takeNumbers(restaurant, 2), [1003, 1004])
})

test('after half an hour they come round as ever', async () => {
  const restaurant = makeRestaurant({ numbers: { upTo: 12 } })
  await takeNumbers(restaurant, 10)
  await setAsideLostNumbers(restaurant)

  await growOlder(redis.client(), restaurant, 29 * MINUTE_MS)
  assert.deepEqual(await takeNumbers(restaurant, 1), [1013])
  await growOlder(redis.client(), restaurant, 2 * MINUTE_MS)
  assert.deepEqual(await takeNumbers(restaurant, 2), [11, 12])
})

test('orders keep their numbers, and staff find them', async () => {
  const restaurant = makeRestaurant({ numbers: { upTo: 12 } })
  const { order } = await placeOrder(restaurant, some('water'), newKey())
  await setAsideLostNumbers(restaurant)
  assert.equal(await findNumber(restaurant, order.number), order.id)
})

test('twice is harmless: the numbers go on, and nobody has one that another holds', async () => {
  const restaurant = makeRestaurant({ numbers: { upTo: 12 } })
  const first = await setAsideLostNumbers(restaurant)
  const given = await takeNumbers(restaurant, 3)
  const second = await setAsideLostNumbers(restaurant)
  given.push(...(await takeNumbers(restaurant, 3)))

  assert.ok(second.next > first.next)
  assert.equal(new Set(given).size, given.length)
  assert.ok(given.every(number => number > 12))
})

test('a restaurant that the backup does not know is opened as any', async () => {
  const restaurant = makeRestaurant()
  await setAsideLostNumbers(restaurant)
  assert.deepEqual(await takeNumbers(restaurant, 2), [2000, 2001])
  assert.match((await redis.client().hget(`${keyOf(restaurant)}:book`, 'secret')) ?? '', /^[0-9a-f]{32}$/)
})

/** Copies all that belongs to the restaurant. Returns how it is all brought back as it was. */
async function backUp(restaurant: Restaurant): Promise<() => Promise<void>> {
  const client = redis.client()
  const names = () => client.keys(`${keyOf(restaurant)}:*`)
  const copies = await Promise.all(
    (await names()).map(async name => ({ name, copy: await client.dumpBuffer(name) })),
  )
  return async () => {
    await client.del(await names())
    for (const { name, copy } of copies) await client.restore(name, 0, copy)
  }
}

async function takeNumbers(restaurant: Restaurant, count: number): Promise<number[]> {
  const numbers = []
  for (let n = 0; n < count; n++)
    numbers.push((await placeOrder(restaurant, some('water'), newKey())).order.number)
  return numbers
}

/** So many customers who order, fetch what was cooked, and go. */
async function serve(restaurant: Restaurant, count: number): Promise<void> {
  const kitchen = openKitchen(restaurant)
  for (let n = 0; n < count; n++) {
    const { order } = await placeOrder(restaurant, some('water'), newKey())
    await until('collected', () => collectOrder(restaurant, order.id))
  }
  await kitchen.close()
}
