import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Kitchen } from '#orders/kitchen.ts'
import { placeOrder } from '#orders/place-order.ts'
import { readOrder } from '#orders/read-order.ts'
import { readRestaurant } from '#orders/read-restaurant.ts'
import { withRedis } from '#orders/redis.ts'
import type { Restaurant } from '#orders/restaurant.ts'
import { keyOf } from '#orders/script.ts'
import { RUSHES_QUEUE } from '#rush/rushes.ts'
import { TALE } from '#rush/tale.ts'
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
  // Its patience is three seconds, of which one or two looks had already passed when it gave its last sign.
  assert.ok(Date.now() - Number(lastSign) > 1_000, 'it looked open all the time')
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

const REFUSALS: {
  redisIs: string
  begin: (client: Redis) => Promise<unknown>
  end: (client: Redis) => Promise<unknown>
}[] = [
  {
    redisIs: 'that is full',
    begin: client => client.config('SET', 'maxmemory', '1'),
    end: client => client.config('SET', 'maxmemory', '0'),
  },
  {
    redisIs: 'that misses its replicas',
    begin: client => client.config('SET', 'min-replicas-to-write', '1'),
    end: client => client.config('SET', 'min-replicas-to-write', '0'),
  },
  {
    redisIs: 'that became a replica',
    begin: client => client.replicaof('127.0.0.1', 1),
    end: client => client.replicaof('NO', 'ONE'),
  },
  {
    redisIs: 'that cannot write to its disk',
    begin: spoilSnapshots,
    end: client => client.config('SET', 'save', ''),
  },
]

for (const { redisIs, begin, end } of REFUSALS) {
  test(`a kitchen before a Redis ${redisIs} asks now and then whether it may take an order, is not stuck, and goes on by itself`, async t => {
    const restaurant = makeRestaurant()
    const { order } = await placeOrder(restaurant, some('coffee'), newKey())
    t.after(() => end(redis.client()))
    await begin(redis.client())
    await assert.rejects(placeOrder(restaurant, some('coffee'), newKey()), { name: 'RedisAway' })

    const before = await scriptsRun()
    const startedAt = performance.now()
    const isStuck = told(openKitchenDuring(t, restaurant, { stuckAfterMs: 500 }))
    await until('it asked often', async () => (await scriptsRun()) - before > 12)
    assert.ok(performance.now() - startedAt > 500, 'it asks as fast as it can')
    assert.ok(!isStuck())

    await end(redis.client())
    await until('ready', async () => (await readOrder(restaurant, order.id))?.status === 'ready')
  })
}

test('a rush that waits before a Redis that refuses everything is asked for now and then, and goes on by itself', async t => {
  const rushes = new Queue(RUSHES_QUEUE, {
    connection: { path: redis.server().url.slice('unix:'.length) },
    prefix: keyOf(TALE),
  })
  t.after(() => rushes.close())
  const { id = '' } = await rushes.add('of a settings that nobody can play', {})
  t.after(() => redis.client().config('SET', 'min-replicas-to-write', '0'))
  await redis.client().config('SET', 'min-replicas-to-write', '1')

  const before = await scriptsRun()
  const startedAt = performance.now()
  const player = runNode(['workers/rush.ts'], {
    env: { REDIS_URL: redis.server().url },
    onLine: () => {},
    onErrorLine: () => {},
  })
  t.after(() => player.kill())
  await until('it asked often', async () => (await scriptsRun()) - before > 3)
  assert.ok(performance.now() - startedAt > 1_000, 'it asks as fast as it can')

  await redis.client().config('SET', 'min-replicas-to-write', '0')
  await until('it was tried', async () => (await rushes.getJobState(id)) === 'failed')
})

for (const [state, words] of [
  ["READONLY You can't write against a read only replica.", 'is a replica'],
  ['MISCONF Errors writing to the AOF file: No space left on device', 'cannot write to its disk'],
  ['NOREPLICAS Not enough good replicas to write.', 'misses its replicas'],
  ["OOM command not allowed when used memory > 'maxmemory'.", 'is full'],
] as const) {
  for (const said of [state, `ERR Error running script (call to f_0): @user_script:57: -${state}`]) {
    test(`who hears ${JSON.stringify(said)} says that Redis ${words}, and that nobody knows what became of the order`, async () => {
      const refusal = Object.assign(new Error(said), { name: 'ReplyError' })
      await assert.rejects(
        withRedis(() => Promise.reject(refusal)),
        {
          name: 'RedisAway',
          message: new RegExp(`^Redis ${words}`),
        },
      )
    })
  }
}

/** A snapshot was due and failed, as its place is taken by a folder: from then on Redis takes nothing. */
async function spoilSnapshots(client: Redis): Promise<void> {
  const folder = dirname(redis.server().url.slice('unix:'.length))
  await mkdir(join(folder, 'dump.rdb'))
  await client.config('SET', 'save', '3600 1')
  await client.bgsave()
  await until('it failed', async () => /rdb_last_bgsave_status:err/.test(await client.info('persistence')))
}

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
