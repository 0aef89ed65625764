import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { Redis } from 'ioredis'
import { askUntilRefused } from '#tests/support/ask-until-refused.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { some } from '#tests/support/kitchen-table.ts'
import { readOpenApi } from '#tests/support/open-api.ts'
import { watchForStalls } from '#tests/support/stalls.ts'
import { type Nugget, startNugget } from '#tests/support/start-nugget.ts'

const atTheCounter = { restaurant: 'apartment', body: some('coffee') }

test('two web processes count together, and forget after a minute', async t => {
  const nugget = await start(t, { ORDERS_PER_MINUTE: '3' })
  const { letIn, counted } = await askUntilRefused(turn => postOrder(nugget.urls[turn % 2] ?? ''))
  assert.ok(counted <= 3 && letIn >= 3, `${letIn} were let in, ${counted} counted`)

  const redis = new Redis({ path: nugget.redisUrl.slice('unix:'.length) })
  t.after(() => redis.disconnect())
  const keys = await redis.keys('rates:*')
  assert.equal(keys.length, 1)
  for (const key of keys) assert.ok((await redis.ttl(key)) <= 60 && (await redis.ttl(key)) > 0)
})

test('too many collections from one place are refused with 429', async t => {
  const nugget = await start(t, { ORDERS_PER_MINUTE: '2' })
  const api = await readOpenApi(nugget.url)
  const path = `/api/office/orders/${'0'.repeat(32)}/collection`
  const { letIn, counted, refused } = await askUntilRefused(async () => {
    const answer = await call(nugget.url, path, { method: 'POST' })
    api.check('post', '/api/{restaurant}/orders/{id}/collection', answer)
    return answer
  })
  assert.ok(counted <= 2 && letIn >= 2, `${letIn} were let in, ${counted} counted`)
  assert.ok(Number(refused.headers.get('retry-after')) > 0)
  assert.equal((await postOrder(nugget.url)).status, 202, 'orders are counted for themselves')
})

for (const redisIs of ['gone', 'frozen']) {
  test(`with Redis ${redisIs} each process counts for itself, and nobody waits longer for it`, async t => {
    const nugget = await start(t, { ORDERS_PER_MINUTE: '4' })
    const { pid } = nugget.redis()
    if (redisIs === 'gone') await nugget.redis().kill()
    else process.kill(pid, 'SIGSTOP')
    try {
      const longestStallMs = watchForStalls()
      const startedAt = performance.now()
      const tookMs = await Promise.all(
        nugget.urls.map(async url => {
          assert.equal((await postOrder(url)).status, 503)
          return performance.now() - startedAt
        }),
      )
      // The machine may hold one of them up, hardly both.
      assert.ok(Math.min(...tookMs) - (await longestStallMs()) < 2000, `${tookMs} ms`)

      const statuses = []
      for (let n = 0; n < 4; n++) statuses.push((await postOrder(nugget.url, atTheCounter)).status)
      assert.deepEqual(statuses, [200, 200, 200, 429])
    } finally {
      if (redisIs === 'frozen') process.kill(pid, 'SIGCONT')
    }
  })
}

async function start(t: TestContext, env: Record<string, string>): Promise<Nugget> {
  const nugget = await startNugget({ webs: 2, kitchens: 0, env })
  t.after(() => nugget.stop())
  return nugget
}
