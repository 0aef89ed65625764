import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Order } from '#orders/order.ts'
import { placeOrder } from '#orders/place-order.ts'
import { readOrder } from '#orders/read-order.ts'
import { retryOrder } from '#orders/retry-order.ts'
import { keyOf } from '#orders/script.ts'
import { cookSuspect } from '#orders/suspect.ts'
import { keepRunning } from '#scripts/keep-running.ts'
import { runNode } from '#scripts/run-process.ts'
import {
  dish,
  makeRestaurant,
  newKey,
  openKitchenDuring,
  some,
  withOwnRedis,
} from '#tests/support/kitchen-table.ts'
import { until } from '#tests/support/until.ts'
import { writeRestaurant } from '#tests/support/write-restaurant.ts'

const redis = withOwnRedis()

test('an order of which its kitchen dies each time ends with a person, and those beside it are all cooked', {
  timeout: 300_000,
}, async t => {
  const menu = [dish('poison', 'Poison', 1.234), dish('stew', 'Stew', 0.5)]
  const { restaurant, env } = await writeRestaurant({ cooks: 4, menu }, redis.server().url)
  const poison = await place('poison')
  const others: Order[] = []
  for (let n = 0; n < 8; n++) others.push(await place('stew'))

  // Each dies before any stew beside the poison is done: who is on the stove with it cannot tell itself from it.
  t.mock.method(console, 'error', () => {})
  let died = 0
  const start = () => {
    const kitchen = runNode(
      ['--import', './tests/support/poison.ts', 'tests/support/hasty-kitchen.ts', restaurant.slug],
      {
        env: { ...env, KITCHEN_SPEED: '1' },
        onLine: () => {},
        onErrorLine: () => {},
      },
    )
    kitchen.ended.then(how => {
      if (how === 'SIGKILL') died += 1
    })
    return kitchen
  }
  const kitchen = keepRunning('The kitchen', start(), start)
  t.after(() => kitchen.kill())

  await until(
    'all ended',
    async () => {
      const now = await Promise.all([poison, ...others].map(({ id }) => readOrder(restaurant, id)))
      return now.every(order => order?.status !== 'preparing')
    },
    240_000,
  )
  assert.equal((await readOrder(restaurant, poison.id))?.status, 'attention')
  for (const { id, number } of others)
    assert.equal((await readOrder(restaurant, id))?.status, 'ready', `order ${number}`)
  assert.ok(died >= 5)
  const why = await redis.client().hget(`${keyOf(restaurant)}:orders:${poison.id}`, 'failedReason')
  assert.equal(why, 'its kitchen died each time it was cooked')

  // Once the fault is mended, a person has it cooked after all.
  await kitchen.kill()
  assert.equal(await retryOrder(restaurant, poison.number), 'retried')
  openKitchenDuring(t, restaurant)
  await until('cooked', async () => (await readOrder(restaurant, poison.id))?.status === 'ready')

  async function place(item: string): Promise<Order> {
    return (await placeOrder(restaurant, some(item), newKey())).order
  }
})

test('an order under suspicion is cooked though Redis is full, and once there is room it has lost no try', async t => {
  const restaurant = makeRestaurant()
  const { order } = await placeOrder(restaurant, some('coffee'), newKey())
  t.mock.method(console, 'error', () => {})
  await redis.client().config('SET', 'maxmemory', '1')
  t.after(() => redis.client().config('SET', 'maxmemory', '0'))

  let cooked = 0
  const cook = async () => {
    cooked += 1
  }
  await cookSuspect({ redis: redis.client(), restaurant }, order, cook)
  assert.equal(cooked, 1)

  await redis.client().config('SET', 'maxmemory', '0')
  for (let n = 0; n < 3; n++) await cookSuspect({ redis: redis.client(), restaurant }, order, cook)
  assert.equal(cooked, 4)
})
