import assert from 'node:assert/strict'
import { connect, type Socket } from 'node:net'
import { type TestContext, test } from 'node:test'
import { Redis } from 'ioredis'
import { Order } from '#orders/order.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { some } from '#tests/support/kitchen-table.ts'
import { residentMib } from '#tests/support/resident-mib.ts'
import { type Nugget, startNugget } from '#tests/support/start-nugget.ts'
import { followRush, startRush, startTale } from '#tests/support/start-tale.ts'
import { until } from '#tests/support/until.ts'

const HELD = 2_000
const KEYS = 1_000
const TICKETS = 1_000
const SLIPS = 450
const MOST_TIMES_SLOWER = 8
/** The machine itself may stand still while one of the two is measured. */
const MOST_STALLS_SECONDS = 5
/** Node gives little back of what it needed once, so crowd after crowd must fit into what one or two need. */
const MOST_MIB = 800

test('thousands of polls held by one client cost others nothing, and once', async t => {
  const { nugget } = await start(t)
  const sizes: number[] = []
  for (let crowds = 0; crowds < 4; crowds++) {
    const { headers } = await call(nugget.url, '/api/office/board')
    const tag = headers.get('etag') ?? ''
    const crowd = await Promise.all(
      Array.from({ length: HELD }, () => hold(nugget.url, '/api/office/board', tag)),
    )
    await call(nugget.url, '/api/health/live')
    await inTime(() => call(nugget.url, '/api/health/live'))
    sizes.push(residentMib(nugget.webs[0]?.pid))

    await postOrder(nugget.url)
    await until('all told', () => crowd.every(({ answer }) => answer().startsWith('HTTP/1.1 200')))
    for (const { socket } of crowd) socket.destroy()
  }
  assert.ok(Math.max(...sizes) < MOST_MIB, `MiB with each crowd: ${sizes.map(Math.round)}`)
})

test('thousands of new keys from one client are orders up to its limit, and nothing else is kept of them', async t => {
  const { nugget, redis } = await start(t, { ORDERS_PER_MINUTE: '100' })
  const crowd = async () => {
    const answers = []
    while (answers.length < KEYS) {
      answers.push(...(await Promise.all(Array.from({ length: 100 }, () => postOrder(nugget.url)))))
    }
    return answers.map(({ status }) => status)
  }
  const taken = (await crowd()).filter(status => status === 202).length
  // Where Redis is late to count them, the process counts by itself: as many again, at most.
  assert.ok(taken >= 100 && taken <= 200, `${taken} orders`)
  assert.deepEqual(new Set([...(await crowd()), ...(await crowd())]), new Set([429]))
  assert.ok(residentMib(nugget.webs[0]?.pid) < MOST_MIB)

  // Besides the orders: the queue's own lists, the book, the numbers, the count of this address.
  assert.ok((await redis.dbsize()) <= taken + 12, `${await redis.dbsize()} keys`)
})

test('a thousand tickets watched by one client do not keep the cashier from the others', async t => {
  const { nugget } = await start(t, { ORDERS_PER_MINUTE: '0' })
  const tickets: { path: string; tag: string }[] = []
  while (tickets.length < TICKETS) {
    const answers = await Promise.all(Array.from({ length: 100 }, () => postOrder(nugget.url)))
    for (const { headers } of answers.filter(({ status }) => status === 202)) {
      const path = headers.get('location') ?? ''
      tickets.push({ path, tag: (await call(nugget.url, path)).headers.get('etag') ?? '' })
    }
  }
  const alone = await secondsFor(100, () => postOrder(nugget.url))
  const crowd = await Promise.all(tickets.map(({ path, tag }) => hold(nugget.url, path, tag)))
  const together = await secondsFor(100, () => postOrder(nugget.url))
  const seconds = `${together.toFixed(1)} s with a thousand tickets, ${alone.toFixed(1)} s without`
  console.log(seconds)
  assert.ok(together < MOST_TIMES_SLOWER * alone + MOST_STALLS_SECONDS, seconds)
  for (const { socket } of crowd) socket.destroy()
})

test('hundreds of slips of the tale watched by one client do not keep the shop’s cashier from the others', async t => {
  const tale = await startTale()
  t.after(() => tale.stop())
  const { url } = tale.nugget
  const rush = await startRush(url, { seed: 1, perMinute: 0, clerks: 1, cooks: 8, speed: 1, minutes: 2 })
  await followRush(url, rush, ({ state }) => state === 'running')
  const slips: string[] = []
  while (slips.length < SLIPS) {
    const ask = () => postOrder(url, { restaurant: 'tale-office', body: some('coffee') })
    const answers = await Promise.all(Array.from({ length: 50 }, ask))
    for (const { body } of answers) slips.push(`/api/tale/slips/${Order.parse(body).id}`)
  }
  const alone = await secondsFor(100, () => postOrder(url))
  const crowd = await Promise.all(slips.map(path => watch(url, path)))
  const together = await secondsFor(100, () => postOrder(url))
  for (const stop of crowd) stop()
  const seconds = `${together.toFixed(1)} s with ${SLIPS} slips, ${alone.toFixed(1)} s without`
  console.log(seconds)
  assert.ok(together < MOST_TIMES_SLOWER * alone + MOST_STALLS_SECONDS, seconds)
})

test('hundreds of orders that come a byte at a time keep nobody waiting', async t => {
  const { nugget } = await start(t)
  const head = [
    'POST /api/office/orders HTTP/1.1',
    'Host: nugget',
    'Content-Type: application/json',
    'Idempotency-Key: slow-slow-slow',
    'Content-Length: 60',
    '',
    '{',
  ].join('\r\n')
  const slow = await Promise.all(Array.from({ length: 500 }, () => open(nugget.url, head)))
  const trickle = setInterval(() => slow.map(({ socket }) => socket.write(' ')), 1000)
  t.after(() => clearInterval(trickle))
  for (let n = 0; n < 20; n++) await inTime(() => postOrder(nugget.url))
  await until('all are refused', () => slow.every(({ answer }) => answer().startsWith('HTTP/1.1 408')))
  await until('all are cut off', () => slow.every(({ socket }) => socket.closed))
})

/** Whoever looks at a slip sees each change, and asks for the next. */
async function watch(url: string, path: string): Promise<() => void> {
  const leaving = new AbortController()
  const { headers } = await call(url, path)
  const look = async (tag: string | null): Promise<void> => {
    const asked = { 'If-None-Match': tag ?? '', Prefer: 'wait=25' }
    const next = await call(url, path, { headers: asked, signal: leaving.signal })
    await look(next.headers.get('etag'))
  }
  look(headers.get('etag')).catch(() => undefined)
  return () => leaving.abort()
}

type Client = { socket: Socket; answer: () => string }

async function hold(url: string, path: string, etag: string): Promise<Client> {
  return open(
    url,
    `GET ${path} HTTP/1.1\r\nHost: nugget\r\nPrefer: wait=25\r\nIf-None-Match: ${etag}\r\n\r\n`,
  )
}

/** A client that says something and then listens. */
function open(url: string, text: string): Promise<Client> {
  const { hostname, port } = new URL(url)
  let said = ''
  return new Promise(resolve => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(text)
      resolve({ socket, answer: () => said })
    })
    socket.on('data', chunk => {
      said += chunk
    })
    socket.on('error', () => undefined)
  })
}

async function inTime<T>(ask: () => Promise<T>): Promise<T> {
  const startedAt = performance.now()
  const answer = await ask()
  const tookMs = performance.now() - startedAt
  assert.ok(tookMs < 5000, `an answer took ${tookMs.toFixed(0)} ms`)
  return answer
}

async function secondsFor(times: number, ask: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  for (let n = 0; n < times; n++) await inTime(ask)
  return (performance.now() - startedAt) / 1000
}

async function start(
  t: TestContext,
  env: Record<string, string> = {},
): Promise<{ nugget: Nugget; redis: Redis }> {
  const nugget = await startNugget({ kitchens: 0, env })
  const redis = new Redis({ path: nugget.redisUrl.slice('unix:'.length) })
  t.after(async () => {
    redis.disconnect()
    await nugget.stop()
  })
  return { nugget, redis }
}
