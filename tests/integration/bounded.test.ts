import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyOf, QUEUE_NAME } from '#orders/script.ts'
import { assertKept, assertNoGrowth, FURNITURE } from '#tests/support/bounds.ts'
import { type Hour, spendHour } from '#tests/support/busy-hour.ts'
import { growOlder } from '#tests/support/grow-older.ts'
import { takeInventory } from '#tests/support/inventory.ts'
import { makeRestaurant, openKitchenDuring, withOwnRedis } from '#tests/support/kitchen-table.ts'
import { until } from '#tests/support/until.ts'

// A file of its own: every key in its Redis is one restaurant's.
const redis = withOwnRedis()

const HOUR: Hour = { orders: 100, missed: 14, burnt: 1 }

/** BullMQ keeps about 10,000; a stream is trimmed by whole nodes of a hundred. */
const MOST_EVENTS = 10_100

test('Redis holds what its retention says, and no key more, however many orders there were', async t => {
  const restaurant = makeRestaurant({ cooks: 20, numbers: { upTo: 300 } })
  const spend = async (hours: number) => {
    for (let hour = 0; hour < hours; hour++) await spendHour(redis.client(), restaurant, HOUR)
    return await takeInventory(redis.client(), restaurant)
  }
  const afterADay = await spend(27)
  const later = await spend(13)

  assertKept(later, HOUR, 40)
  assertNoGrowth(afterADay, later)
  assert.ok((await redis.client().xlen(`${keyOf(restaurant)}:${QUEUE_NAME}:events`)) <= MOST_EVENTS)
  assert.equal(await redis.client().hlen(`${keyOf(restaurant)}:numbers`), restaurant.numbers.upTo)

  await t.test('the last orders are forgotten too, though none comes after them', async t => {
    await growOlder(redis.client(), restaurant, 24 * 3_600_000)
    openKitchenDuring(t, restaurant)
    await until('all is forgotten', async () => {
      const kinds = [...(await takeInventory(redis.client(), restaurant)).keys()]
      return kinds.every(kind => FURNITURE.test(kind) && kind !== 'completed' && kind !== 'failed')
    })
  })
})
