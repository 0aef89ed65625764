import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { Redis } from 'ioredis'
import { Order } from '#orders/order.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { changedKeys, dumpRedis } from '#tests/support/dump-redis.ts'
import { newKey } from '#tests/support/kitchen-table.ts'
import { readOpenApi } from '#tests/support/open-api.ts'
import { type Nugget, startNugget } from '#tests/support/start-nugget.ts'
import { until } from '#tests/support/until.ts'

const PAGES = ['/', '/office/kiosk', '/office/display', '/apartment/display', '/nothing']

test('a full Redis refuses orders at once and leaves nothing half done; what is cooked can be collected', async t => {
  const { nugget, redis } = await start(t)
  const api = await readOpenApi(nugget.url)
  const { id } = Order.parse((await postOrder(nugget.url)).body)
  const ticket = `/api/office/orders/${id}`
  await until('ready', async () => Order.parse((await call(nugget.url, ticket)).body).status === 'ready')
  await nugget.kitchens[0]?.end()

  await redis.config('SET', 'maxmemory', '1')
  const before = await dumpRedis(redis)
  const key = newKey()
  const startedAt = performance.now()
  const refused = await postOrder(nugget.url, { key })
  assert.ok(performance.now() - startedAt < 5000)
  api.check('post', '/api/{restaurant}/orders', refused)
  assert.equal(refused.status, 503)
  assert.equal(refused.headers.get('retry-after'), '2')
  assert.deepEqual(changedKeys(before, await dumpRedis(redis)), [])

  assert.equal((await call(nugget.url, '/api/office/board')).status, 200)
  assert.equal((await call(nugget.url, `${ticket}/collection`, { method: 'POST' })).status, 200)

  await redis.config('SET', 'maxmemory', '0')
  const placed = await postOrder(nugget.url, { key })
  assert.equal(placed.status, 202)
  assert.equal(Order.parse(placed.body).number, 2)
})

for (const redisIs of ['full', 'gone', 'frozen']) {
  test(`every page comes up with Redis ${redisIs}`, async t => {
    const { nugget, redis } = await start(t, 0)
    const { id } = Order.parse((await postOrder(nugget.url)).body)
    const { pid } = nugget.redis()
    if (redisIs === 'full') await redis.config('SET', 'maxmemory', '1')
    redis.disconnect()
    if (redisIs === 'gone') await nugget.redis().kill()
    if (redisIs === 'frozen') process.kill(pid, 'SIGSTOP')
    try {
      for (const path of [...PAGES, `/office/orders/${id}`]) {
        const startedAt = performance.now()
        const { status } = await fetch(nugget.url + path)
        assert.equal(status, path === '/nothing' ? 404 : 200, path)
        assert.ok(performance.now() - startedAt < 5000, path)
      }
    } finally {
      if (redisIs === 'frozen') process.kill(pid, 'SIGCONT')
    }
  })
}

async function start(t: TestContext, kitchens = 1): Promise<{ nugget: Nugget; redis: Redis }> {
  const nugget = await startNugget({ kitchens })
  const redis = new Redis({ path: nugget.redisUrl.slice('unix:'.length) })
  t.after(async () => {
    redis.disconnect()
    await nugget.stop()
  })
  return { nugget, redis }
}
