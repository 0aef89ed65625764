import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { Redis } from 'ioredis'
import { z } from 'zod'
import { askUntilRefused } from '#tests/support/ask-until-refused.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { newKey } from '#tests/support/kitchen-table.ts'
import { readOpenApi } from '#tests/support/open-api.ts'
import { type Nugget, startNugget } from '#tests/support/start-nugget.ts'
import { until } from '#tests/support/until.ts'

/** What takes longer hangs. The two seconds themselves are measured in `rates.test.ts`, `place-order.test.ts` and `board.test.ts`. */
const HUNG_MS = 5_000

test('a server with a good Redis is live and ready', async t => {
  const nugget = await start(t)
  const api = await readOpenApi(nugget.url)
  for (const probe of ['/api/health/live', '/api/health/ready']) {
    const answer = await call(nugget.url, probe)
    api.check('get', probe, answer)
    assert.equal(answer.status, 200)
  }
})

test('a kitchen that falls silent leaves the server ready, which warns of it by name until one cooks again', async t => {
  const nugget = await start(t, {}, 1)
  const api = await readOpenApi(nugget.url)
  const [kitchen] = nugget.kitchens
  const warned = async () => {
    const answer = await call(nugget.url, '/api/health/ready')
    api.check('get', '/api/health/ready', answer)
    assert.equal(answer.status, 200)
    return z.object({ warnings: z.array(z.string()) }).parse(answer.body).warnings
  }
  await until('somebody cooks', async () => (await warned()).length === 0)

  kitchen?.freeze()
  assert.equal((await postOrder(nugget.url)).status, 202)
  const [silent = '', ...others] = await until('it warns', async () => {
    const warnings = await warned()
    return warnings.length > 0 && warnings
  })
  assert.match(
    silent,
    /^office: no kitchen cooks there \(silent since \S+Z, for 1\d s\); orders that wait: 1\.$/,
  )
  assert.deepEqual(others, [])
  await until('the board says the same', async () =>
    JSON.stringify((await call(nugget.url, '/api/office/board')).body).includes('"stopped"'),
  )

  kitchen?.thaw()
  await until('somebody cooks again', async () => (await warned()).length === 0)

  await kitchen?.end()
  assert.match(
    (await warned()).join(),
    /^office: no kitchen cooks there \(none has opened, or the last one was closed\);/,
  )
})

test('a Redis that may evict or forget orders makes it not ready, and it says why', async t => {
  const nugget = await start(t)
  const api = await readOpenApi(nugget.url)
  const redis = new Redis({ path: nugget.redisUrl.slice('unix:'.length) })
  t.after(() => redis.disconnect())

  await redis.config('SET', 'maxmemory-policy', 'allkeys-lru')
  await redis.config('SET', 'appendonly', 'no')
  const answer = await call(nugget.url, '/api/health/ready')
  api.check('get', '/api/health/ready', answer)
  assert.equal(answer.status, 503)
  const { reasons } = z.object({ reasons: z.array(z.string()) }).parse(answer.body)
  assert.match(reasons.join(' '), /noeviction.*appendonly yes/)
})

test('a full Redis makes it not ready, and it says why; boards are shown all the same', async t => {
  const nugget = await start(t)
  const redis = new Redis({ path: nugget.redisUrl.slice('unix:'.length) })
  t.after(() => redis.disconnect())

  await redis.config('SET', 'maxmemory', '1')
  const answer = await call(nugget.url, '/api/health/ready')
  assert.equal(answer.status, 503)
  assert.match(JSON.stringify(answer.body), /Redis is full/)
  assert.equal((await postOrder(nugget.url)).status, 503)
  assert.equal((await call(nugget.url, '/api/office/board')).status, 200)

  await redis.config('SET', 'maxmemory', '0')
  assert.equal((await call(nugget.url, '/api/health/ready')).status, 200)
  assert.equal((await postOrder(nugget.url)).status, 202)
})

test('with Redis gone everything says so at once, held polls too, and it mends itself', async t => {
  const nugget = await start(t)
  const api = await readOpenApi(nugget.url)
  const key = newKey()
  const board = await call(nugget.url, '/api/office/board')
  const held = call(nugget.url, '/api/office/board', {
    headers: { 'If-None-Match': board.headers.get('etag') ?? '', Prefer: 'wait=20' },
  })

  await nugget.redis().kill()
  const startedAt = performance.now()
  const [order, poll, ready, live] = await Promise.all([
    postOrder(nugget.url, { key }),
    held,
    call(nugget.url, '/api/health/ready'),
    call(nugget.url, '/api/health/live'),
  ])
  assert.ok(performance.now() - startedAt < HUNG_MS)
  api.check('post', '/api/{restaurant}/orders', order)
  api.check('get', '/api/{restaurant}/board', poll)
  assert.deepEqual([order.status, poll.status, ready.status, live.status], [503, 503, 503, 200])
  assert.deepEqual(ready.body, {
    ready: false,
    reasons: ['Redis cannot be reached: check that it runs and that REDIS_URL names it.'],
  })
  assert.equal(order.headers.get('retry-after'), '2')
  assert.equal((await call(nugget.url, '/api/office/board')).status, 503)
  assert.equal((await call(nugget.url, `/api/office/orders/${'0'.repeat(32)}`)).status, 503)

  await nugget.restartRedis()
  const back = await until('orders flow again', async () => {
    const answer = await postOrder(nugget.url, { key })
    return answer.status === 202 && answer
  })
  assert.equal(z.object({ number: z.number() }).parse(back.body).number, 1)
  assert.equal((await call(nugget.url, '/api/office/board')).status, 200)
})

test('with Redis frozen every answer still comes', async t => {
  const nugget = await start(t)
  await call(nugget.url, '/api/office/board')
  process.kill(nugget.redis().pid, 'SIGSTOP')
  try {
    const startedAt = performance.now()
    const [order, ticket] = await Promise.all([
      postOrder(nugget.url),
      call(nugget.url, `/api/office/orders/${'0'.repeat(32)}`),
    ])
    assert.deepEqual([order.status, ticket.status], [503, 503])
    assert.ok(performance.now() - startedAt < HUNG_MS)
    await until('the board says so', async () => (await call(nugget.url, '/api/office/board')).status === 503)
  } finally {
    process.kill(nugget.redis().pid, 'SIGCONT')
  }
})

test('a server that starts without Redis is live, says so, and takes orders once it is there', async t => {
  const nugget = await start(t)
  const [web] = nugget.webs
  await web?.end()
  await nugget.redis().kill()
  await web?.start()
  assert.equal((await call(nugget.url, '/api/health/ready')).status, 503)

  await nugget.restartRedis()
  await until('ready', async () => (await call(nugget.url, '/api/health/ready')).status === 200)
  assert.equal((await postOrder(nugget.url)).status, 202)
})

/** Long enough to be asked in. */
const DRAIN_SECONDS = 6

for (const redisIs of ['there', 'away']) {
  test(`at SIGTERM the server says that it is not ready, serves on, answers held polls and is gone 10 s later, Redis being ${redisIs}`, async t => {
    const nugget = await start(t, { DRAIN_SECONDS: `${DRAIN_SECONDS}` })
    const board = await call(nugget.url, '/api/office/board')
    if (redisIs === 'away') await nugget.redis().kill()
    const headers = { 'If-None-Match': board.headers.get('etag') ?? '', Prefer: 'wait=25' }
    const held = Array.from({ length: 20 }, () => call(nugget.url, '/api/office/board', { headers }))
    await call(nugget.url, '/api/health/live')

    const startedAt = performance.now()
    const ended = nugget.webs[0]?.end('SIGTERM')
    const notReady = await until('it says so', async () => {
      const answer = await call(nugget.url, '/api/health/ready')
      return JSON.stringify(answer.body).includes('shutting down') && answer
    })
    assert.equal(notReady.status, 503)
    assert.equal(notReady.headers.get('connection'), 'close')
    assert.equal((await postOrder(nugget.url)).status, redisIs === 'there' ? 202 : 503)

    // Next.js ends as a process does that a signal ended: 128 and the signal's number.
    assert.equal(await ended, 143)
    assert.ok(performance.now() - startedAt < DRAIN_SECONDS * 1000 + 10_000)
    // All of them get an answer: news, if the order was seen by then; that there is none; or that Redis is away.
    const statuses = (await Promise.all(held)).map(answer => answer.status)
    for (const status of statuses)
      assert.ok((redisIs === 'there' ? [200, 304] : [304, 503]).includes(status), `${status}`)
  })
}

test('too many orders from one address are refused with 429, whatever the client says of its address', async t => {
  const nugget = await start(t, { ORDERS_PER_MINUTE: '3' })
  const api = await readOpenApi(nugget.url)
  const { letIn, counted, refused } = await askUntilRefused(turn =>
    postOrder(nugget.url, { headers: { 'X-Forwarded-For': `10.0.0.${turn}` } }),
  )
  assert.ok(counted <= 3 && letIn >= 3, `${letIn} were let in, ${counted} counted`)
  api.check('post', '/api/{restaurant}/orders', refused)
  assert.ok(Number(refused.headers.get('retry-after')) > 0)
})

test('behind a proxy that is trusted each client has its own limit', async t => {
  const nugget = await start(t, { ORDERS_PER_MINUTE: '1', TRUST_PROXY: 'yes' })
  const from = (address: string) => postOrder(nugget.url, { headers: { 'X-Forwarded-For': address } })
  const { letIn, counted } = await askUntilRefused(turn =>
    from(turn === 0 ? '10.0.0.1' : '1.1.1.1, 10.0.0.1'),
  )
  assert.ok(counted <= 1 && letIn >= 1, `${letIn} were let in, ${counted} counted`)
  assert.equal((await from('10.0.0.2')).status, 202)
})

test('a page that the proxy serves under its own name is ours, if the proxy is trusted or named', async t => {
  const trusting = await start(t, { TRUST_PROXY: 'yes' })
  const headers = { Origin: 'https://nugget.example', 'X-Forwarded-Host': 'nugget.example' }
  assert.equal((await postOrder(trusting.url, { headers })).status, 202)

  const named = await start(t, { PUBLIC_URL: 'https://nugget.example' })
  assert.equal((await postOrder(named.url, { headers: { Origin: 'https://nugget.example' } })).status, 202)
})

async function start(t: TestContext, env: Record<string, string> = {}, kitchens = 0): Promise<Nugget> {
  const nugget = await startNugget({ kitchens, env })
  t.after(() => nugget.stop())
  return nugget
}
