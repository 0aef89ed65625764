import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Kitchen } from '#orders/kitchen.ts'
import { placeOrder } from '#orders/place-order.ts'
import { readOrder } from '#orders/read-order.ts'
import { readRestaurant } from '#orders/read-restaurant.ts'
import type { Restaurant } from '#orders/restaurant.ts'
import { keyOf } from '#orders/script.ts'
import { keepRunning } from '#scripts/keep-running.ts'
import { runNode } from '#scripts/run-process.ts'
import {
  makeRestaurant,
  newKey,
  openKitchenDuring,
  some,
  withOwnRedis,
} from '#tests/support/kitchen-table.ts'
import { openMuffler } from '#tests/support/muffler.ts'
import { until } from '#tests/support/until.ts'
import { writeRestaurant } from '#tests/support/write-restaurant.ts'

const redis = withOwnRedis()

test('a kitchen in which orders wait and nothing moves stops showing life, ends itself, and is started again', {
  timeout: 60_000,
}, async t => {
  const muffler = await openMuffler(redis.server().url.slice('unix:'.length))
  t.after(() => muffler.close())
  const { restaurant, env } = await writeRestaurant({}, muffler.url)
  const said: string[] = []
  t.mock.method(console, 'error', (line: string) => said.push(line))
  const start = () =>
    runNode(['tests/support/hasty-kitchen.ts', restaurant.slug], {
      env: { ...env, KITCHEN_SPEED: '20' },
      onLine: () => {},
      onErrorLine: line => said.push(line),
    })
  const kitchen = keepRunning('The kitchen', start(), start)
  t.after(() => kitchen.kill())
  await served(restaurant)

  muffler.muffle()
  const { order } = await placeOrder(restaurant, some('water'), newKey())
  await until('it ended', () => said.some(line => line.startsWith('The kitchen ended by itself')))
  const [, lastSign] = await redis.client().zrange(`${keyOf(restaurant)}:kitchens`, '0', '0', 'WITHSCORES')
  assert.ok(Date.now() - Number(lastSign) > 2_000, 'it looked open all the time')
  assert.match(said.join('\n'), /orders wait and nothing has moved for 3 s; this process ends/)
  assert.match(said.join('\n'), /The kitchen ended by itself \(exit code 1\); starting it again/)

  await until('cooked', async () => (await readOrder(restaurant, order.id))?.status === 'ready')
})

test('who is cooking is not stuck, however long it takes and whoever waits; nor is who has nothing to do', async t => {
  const restaurant = makeRestaurant({ cooks: 1 })
  const kitchen = openKitchenDuring(t, restaurant, { stuckAfterMs: 200 })
  const isStuck = told(kitchen)
  await served(restaurant) // some looks at an empty line are behind it by then
  for (let n = 0; n < 4; n++) await placeOrder(restaurant, some('nuggets-6', 2), newKey()) // 400 ms a portion
  await until(
    'all ready',
    async () => (await readRestaurant(redis.client(), restaurant)).board.counts.ready === 5,
  )
  assert.ok(!isStuck())
})

test('a kitchen whose clock is wrong takes no order, says so and ends, so that no number is late or early on the wall', async t => {
  const { restaurant, env } = await writeRestaurant({}, redis.server().url)
  const { order } = await placeOrder(restaurant, some('water'), newKey())
  const said: string[] = []
  const kitchen = runNode(
    ['--import', './tests/support/eleven-minutes-ahead.ts', 'workers/kitchen.ts', restaurant.slug],
    {
      env,
      onLine: () => {},
      onErrorLine: line => said.push(line),
    },
  )
  t.after(() => kitchen.kill())
  assert.equal(await kitchen.ended, 'exit code 1')
  assert.match(said.join('\n'), /the clock of this machine is 11 minutes ahead of that of Redis: set both/)
  assert.equal((await readOrder(restaurant, order.id))?.stage, 'queued')
  assert.equal((await readRestaurant(redis.client(), restaurant)).board.kitchen.state, 'stopped')
})

test('a frozen Redis does not make a kitchen stuck', async t => {
  const restaurant = makeRestaurant()
  const isStuck = told(openKitchenDuring(t, restaurant, { stuckAfterMs: 500 }))
  await served(restaurant)
  const { pid } = redis.server()
  process.kill(pid, 'SIGSTOP')
  // It takes more than a second to find out.
  await assert.rejects(readOrder(restaurant, '0'.repeat(32)), { name: 'RedisAway' }).finally(() => {
    process.kill(pid, 'SIGCONT')
  })
  await served(restaurant)
  assert.ok(!isStuck())
})

test('a kitchen before a full Redis asks now and then whether it may take an order, is not stuck, and goes on by itself', async t => {
  const restaurant = makeRestaurant()
  const { order } = await placeOrder(restaurant, some('coffee'), newKey())
  await redis.client().config('SET', 'maxmemory', '1')
  t.after(() => redis.client().config('SET', 'maxmemory', '0'))

  const before = await scriptsRun()
  const startedAt = performance.now()
  const isStuck = told(openKitchenDuring(t, restaurant, { stuckAfterMs: 500 }))
  await until('it asked often', async () => (await scriptsRun()) - before > 40)
  assert.ok(performance.now() - startedAt > 2_000, 'it asks as fast as it can')
  assert.ok(!isStuck())

  await redis.client().config('SET', 'maxmemory', '0')
  await until('ready', async () => (await readOrder(restaurant, order.id))?.status === 'ready', 3_000)
})

/** Whether it has said that it is stuck. */
function told({ stuck }: Kitchen): () => boolean {
  let isStuck = false
  stuck.then(() => {
    isStuck = true
  })
  return () => isStuck
}

async function served(restaurant: Restaurant): Promise<void> {
  const { order } = await placeOrder(restaurant, some('water'), newKey())
  await until('served', async () => (await readOrder(restaurant, order.id))?.status === 'ready')
}

async function scriptsRun(): Promise<number> {
  const stats = await redis.client().info('commandstats')
  return Number(/cmdstat_evalsha:calls=(\d+)/.exec(stats)?.[1])
}
