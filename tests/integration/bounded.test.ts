import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyOf, QUEUE_NAME } from '#orders/script.ts'
import { type Hour, spendHour } from '#tests/support/busy-hour.ts'
import { growOlder } from '#tests/support/grow-older.ts'
import { takeInventory } from '#tests/support/inventory.ts'
import { makeRestaurant, openKitchenDuring, withOwnRedis } from '#tests/support/kitchen-table.ts'
import { until } from '#tests/support/until.ts'

// A file of its own: every key in its Redis is one restaurant's.
const redis = withOwnRedis()

const HOUR: Hour = { orders: 100, missed: 14, burnt: 1 }
const collected = HOUR.orders - HOUR.missed - HOUR.burnt

/** One key each, there or not, and none grows with the orders that ever were. */
const FURNITURE = /^(book|numbers|kitchens|id|meta|events|wait|active|completed|failed|marker|stalled-check)$/

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

  const orders = (kind: string) => later.get(`orders ${kind}`)?.keys
  assert.equal(orders('not collected'), HOUR.missed * 5, 'kept for four hours and ten minutes')
  assert.equal(orders('collected'), collected * 3, 'kept for not quite four hours, as the fourth is over')
  assert.equal(orders('that need a person'), HOUR.burnt * 24, 'kept for a day')
  for (const [kind, { keys, bytes }] of later) {
    const before = afterADay.get(kind)
    assert.ok(kind.startsWith('orders ') || (FURNITURE.test(kind) && keys === 1), `${kind}: ${keys} keys`)
    assert.equal(keys, before?.keys, kind)
    assert.ok(bytes < 1.05 * (before?.bytes ?? 0), `${kind} had ${before?.bytes} bytes, and now ${bytes}`)
  }
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
