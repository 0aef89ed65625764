import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Redis } from 'ioredis'
import { Order } from '#orders/order.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { newKey, some } from '#tests/support/kitchen-table.ts'
import { sendRaw } from '#tests/support/send-raw.ts'
import { freePort, startNugget, webPart } from '#tests/support/start-nugget.ts'
import { until } from '#tests/support/until.ts'

const PASSWORD = 'p4ssw0rd-of-the-safe'

test('no log holds an id, a key or a password, whatever goes wrong', { timeout: 60_000 }, async t => {
  const nugget = await startNugget({ webs: 0 })
  t.after(() => nugget.stop())
  const redis = new Redis({ path: nugget.redisUrl.slice('unix:'.length) })
  const port = await freePort()
  await redis.config('SET', 'port', port)
  await redis.config('SET', 'requirepass', PASSWORD)

  const webPort = await freePort()
  const url = `http://127.0.0.1:${webPort}`
  const web = webPart(webPort, {
    REDIS_URL: `redis://:${PASSWORD}@127.0.0.1:${port}`,
    ORDERS_PER_MINUTE: '0',
  })
  await web.start()
  t.after(() => web.end('SIGKILL'))

  const keys = [newKey(), newKey(), newKey(), newKey()]
  const [first, wrongType, wrongPassword, away] = keys
  const placed = await postOrder(url, { key: first })
  assert.equal(placed.status, 202)
  const { id } = Order.parse(placed.body)
  const ticket = `/api/office/orders/${id}`
  await until('ready', async () => Order.parse((await call(url, ticket)).body).status === 'ready')
  await sendRaw(url, `GET /office/orders/${id} HTTP/1.1\r\nHost: nugget\r\nConnection: close\r\n\r\n`)

  // Nobody foresees that the book is not a book: the one crash that there is.
  await redis.rename('{office}:book', 'kept')
  await redis.set('{office}:book', 'not a book')
  assert.equal((await fetchStatus(url, wrongType)) >= 500, true)
  await redis.rename('kept', '{office}:book')

  await redis.config('SET', 'requirepass', 'another')
  await redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
  assert.equal(await fetchStatus(url, wrongPassword), 503)
  assert.equal((await call(url, ticket)).status, 503)
  redis.disconnect()
  await nugget.redis().kill()
  assert.equal(await fetchStatus(url, away), 503)
  await until('it says that Redis is away', () => web.output.includes('nugget-web'))
  await web.end()

  const logs = [web, ...nugget.kitchens].map(({ output }) => output).join('\n')
  assert.match(logs, /Redis refused a command/)
  for (const secret of [id, PASSWORD, ...keys]) {
    assert.ok(secret && !logs.includes(secret), `${secret} stands in\n${logs}`)
  }
})

async function fetchStatus(url: string, key = ''): Promise<number> {
  const response = await fetch(`${url}/api/office/orders`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(some('coffee')),
  })
  return response.status
}
