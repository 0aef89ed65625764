import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Order } from '#orders/order.ts'
import { placeOrder } from '#orders/place-order.ts'
import { readOrder } from '#orders/read-order.ts'
import { keyOf } from '#orders/script.ts'
import {
  makeRestaurant,
  newKey,
  openKitchenDuring,
  some,
  withOwnRedis,
} from '#tests/support/kitchen-table.ts'
import { Part } from '#tests/support/part.ts'
import { until } from '#tests/support/until.ts'
import { writeRestaurant } from '#tests/support/write-restaurant.ts'

const redis = withOwnRedis()

test('an order is cooked portion by portion, and tells how far it is', async t => {
  const restaurant = makeRestaurant()
  const { order } = await placeOrder(restaurant, some('nuggets-6', 3), newKey())
  openKitchenDuring(t, restaurant)

  const seen: number[] = []
  const ready = await until('ready', async () => {
    const now = await readOrder(restaurant, order.id)
    if (now?.stage === 'cooking' && now.progress.done !== seen.at(-1)) seen.push(now.progress.done)
    return now?.status === 'ready' && now
  })
  assert.deepEqual(seen, [0, 1, 2])
  assert.deepEqual(ready.progress, { done: 3, total: 3 })
  assert.equal(ready.stage, null)
  assert.equal(ready.position, null)
  assert.ok(Date.parse(ready.readyAt ?? '') - Date.parse(ready.startedAt ?? '') >= 3 * 400)
})

test('as many orders are cooked at once as there are cooks, in the order of arrival', async t => {
  const restaurant = makeRestaurant({ cooks: 2 })
  const placed: Order[] = []
  for (let n = 0; n < 4; n++) placed.push((await placeOrder(restaurant, some('nuggets-6'), newKey())).order)
  openKitchenDuring(t, restaurant)

  const stages = await until('two cook', async () => {
    const now = await Promise.all(placed.map(({ id }) => readOrder(restaurant, id)))
    return now.filter(order => order?.stage === 'cooking').length === 2 && now
  })
  assert.deepEqual(
    stages.map(order => [order?.stage, order?.position]),
    [
      ['cooking', null],
      ['cooking', null],
      ['queued', 1],
      ['queued', 2],
    ],
  )
})

test('a kitchen that is killed loses nothing: another takes its order up within 15 s and goes on from there', {
  timeout: 60_000,
}, async t => {
  const { restaurant, env } = await writeRestaurant({ cooks: 1 }, redis.server().url)
  const { order } = await placeOrder(restaurant, some('nuggets-6', 8), newKey())

  const first = kitchenPart(restaurant.slug, { ...env, KITCHEN_SPEED: '8' })
  t.after(() => first.end('SIGKILL'))
  await first.start()
  await until(
    'two portions are done',
    async () => ((await readOrder(restaurant, order.id))?.progress.done ?? 0) >= 2,
  )
  await first.end('SIGKILL')
  const killedAt = Date.now()

  const second = kitchenPart(restaurant.slug, { ...env, KITCHEN_SPEED: '1000' })
  t.after(() => second.end())
  await second.start()
  const seen: number[] = []
  const ready = await until('ready', async () => {
    const now = await readOrder(restaurant, order.id)
    seen.push(now?.progress.done ?? 0)
    return now?.status === 'ready' && now
  })
  assert.ok(Math.min(...seen) >= 2, 'it starts again from nothing')
  assert.ok(Date.parse(ready.startedAt ?? '') - killedAt < 15_000)
})

test('a kitchen that was frozen, and another took its order up meanwhile, does not set it back', {
  timeout: 60_000,
}, async t => {
  const { restaurant, env } = await writeRestaurant({ cooks: 1 }, redis.server().url)
  const { order } = await placeOrder(restaurant, some('nuggets-6', 16), newKey())
  const doneNow = async () => (await readOrder(restaurant, order.id))?.progress.done ?? 0

  const first = kitchenPart(restaurant.slug, { ...env, KITCHEN_SPEED: '20' })
  const second = kitchenPart(restaurant.slug, { ...env, KITCHEN_SPEED: '20' })
  for (const kitchen of [first, second]) t.after(() => kitchen.end('SIGKILL'))
  await first.start()
  await until('one portion is done', async () => (await doneNow()) >= 1)
  first.freeze()
  await second.start()
  await until('the second kitchen is ahead', async () => (await doneNow()) >= 8)

  first.thaw()
  const seen: number[] = []
  await until('ready', async () => {
    const now = await readOrder(restaurant, order.id)
    seen.push(now?.progress.done ?? 0)
    return now?.status === 'ready'
  })
  assert.deepEqual(
    seen,
    seen.toSorted((a, b) => a - b),
  )
})

test('a kitchen that is told to stop finishes what is nearly done, hands the rest back, and leaves', {
  timeout: 60_000,
}, async t => {
  const { restaurant, env } = await writeRestaurant({ cooks: 2 }, redis.server().url)
  const short = await placeOrder(restaurant, some('nuggets-6', 1), newKey())
  const long = await placeOrder(restaurant, some('nuggets-6', 20), newKey())

  const kitchen = kitchenPart(restaurant.slug, { ...env, KITCHEN_SPEED: '2' })
  t.after(() => kitchen.end('SIGKILL'))
  await kitchen.start()
  await until('both cook', async () => {
    const now = await Promise.all([short, long].map(({ order }) => readOrder(restaurant, order.id)))
    return now.every(order => order?.stage === 'cooking')
  })
  const stoppedAt = Date.now()
  assert.equal(await kitchen.end('SIGTERM'), 0)
  assert.ok(Date.now() - stoppedAt < 20_000)

  assert.equal((await readOrder(restaurant, short.order.id))?.status, 'ready')
  const handedBack = await readOrder(restaurant, long.order.id)
  assert.equal(handedBack?.stage, 'queued')
  assert.equal(handedBack?.position, 1)
  assert.ok((handedBack?.progress.done ?? 0) >= 1)
})

test('an order that was handed back ever so often is still cooked', async t => {
  const restaurant = makeRestaurant()
  const { order } = await placeOrder(restaurant, some('coffee'), newKey())
  await redis.client().hset(`${keyOf(restaurant)}:orders:${order.id}`, 'ats', 100)
  openKitchenDuring(t, restaurant)
  await until('ready', async () => (await readOrder(restaurant, order.id))?.status === 'ready')
})

test('an order that is cooking when Redis is full gets ready all the same', async t => {
  const restaurant = makeRestaurant()
  const { order } = await placeOrder(restaurant, some('nuggets-6', 4), newKey())
  openKitchenDuring(t, restaurant)
  await until('cooking', async () => (await readOrder(restaurant, order.id))?.stage === 'cooking')

  t.after(() => redis.client().config('SET', 'maxmemory', '0'))
  await redis.client().config('SET', 'maxmemory', '1')
  await until('ready', async () => (await readOrder(restaurant, order.id))?.status === 'ready')
})

test('a kitchen that nobody knows ends with one clear line', async () => {
  const kitchen = kitchenPart('pizzeria', { REDIS_URL: redis.server().url })
  await assert.rejects(kitchen.start(), /no restaurant with a queue is called pizzeria/)
})

function kitchenPart(slug: string, env: Record<string, string>): Part {
  return new Part(`kitchen of ${slug}`, ['workers/kitchen.ts', slug], env, ({ output }) =>
    output.includes('cooking for'),
  )
}
