import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Redis } from 'ioredis'
import { Order } from '#orders/order.ts'
import { Rush } from '#rush/rush.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { some } from '#tests/support/kitchen-table.ts'
import { followRush, isOver, startRush, startTale, stopRush } from '#tests/support/start-tale.ts'
import { until } from '#tests/support/until.ts'

const SHORT = { seed: 7, perMinute: 12, minutes: 0.5, speed: 5, patienceMinutes: null } as const

let tale: Awaited<ReturnType<typeof startTale>>
let url: string

before(async () => {
  tale = await startTale()
  url = tale.nugget.url
})
after(() => tale.stop())

test('whose number the kitchen gave up has no clock of the food, and sees the counter', async () => {
  const path = await startRush(url, { ...SHORT, perMinute: 40, clerks: 4, cooks: 1 })
  const given = await until('one is given up', async () => {
    const { seated, queued } = Rush.parse((await call(url, path)).body).sides.office
    const last = seated.find(({ number }) => number === queued.at(-1)?.number)
    return last && (await giveUp(last.orderId)) && last
  })
  const told = await followRush(url, path, ({ events }) =>
    events.some(({ words }) => /sees the counter/.test(words)),
  )
  const { customer, number } = given
  assert.ok(
    told.events.some(
      ({ words }) => words === `Number ${number} was given up: customer ${customer} sees the counter.`,
    ),
  )
  assert.ok(told.sides.office.seated.every(({ number }) => number !== given.number))
  assert.ok(told.clocks.office.every(clock => clock.customer !== customer))
  assert.equal(told.sides.office.served, told.clocks.office.length)
  await stopRush(url, path)
  await followRush(url, path, isOver)
})

test('whoever orders while a rush ends gets the food, or hears that nothing was ordered', async () => {
  const path = await startRush(url, { ...SHORT, speed: 30, cooks: 3 })
  await followRush(url, path, ({ customers }) => customers.arrived === customers.expected)
  const taken: Order[] = []
  await until('closed', async () => {
    const { status, body } = await postOrder(url, { restaurant: 'tale-office', body: some('coffee') })
    if (status === 202) taken.push(Order.parse(body))
    return status === 409
  })
  assert.equal((await followRush(url, path, isOver)).state, 'done')
  assert.ok(taken.length > 0)
  for (const { id, number } of taken) {
    const { status } = Order.parse((await call(url, `/api/tale-office/orders/${id}`)).body)
    assert.equal(status, 'ready', `number ${number} of ${taken.length}`)
  }
})

test('whoever orders food for hours does not hold a rush open', { timeout: 90_000 }, async t => {
  const path = await startRush(url, SHORT)
  await followRush(url, path, ({ customers }) => customers.arrived > 0)
  const leaving = new AbortController()
  t.after(() => leaving.abort())
  const body = { ...some('nuggets-20', 20), items: Array(20).fill(some('nuggets-20', 20).items[0]) }
  postOrder(url, { restaurant: 'tale-apartment', body, signal: leaving.signal }).catch(() => undefined)
  assert.equal((await postOrder(url, { restaurant: 'tale-office', body })).status, 202)
  const done = await followRush(url, path, isOver)
  assert.equal(done.state, 'done')
  for (const side of ['apartment', 'office'] as const) {
    assert.equal(done.sides[side].served, done.customers.expected)
  }
})

test('when the line near the apartment is lost with the web server, the rush has failed and says so', async () => {
  const path = await startRush(url, { ...SHORT, minutes: 10 })
  await followRush(url, path, ({ sides }) => sides.apartment.hands.some(person => person !== null))
  const [web] = tale.nugget.webs
  await web?.end('SIGKILL')
  await web?.start()
  const failed = await until('failed', async () => {
    const rush = Rush.parse((await call(url, path)).body)
    return rush.state === 'failed' && rush
  })
  assert.match(failed.reason ?? '', /^A connection near the apartment broke/)
})

/** As the kitchen does after its last try; false when the order is not queued any more. */
async function giveUp(orderId: string): Promise<boolean> {
  const redis = new Redis({ path: tale.nugget.redisUrl.slice('unix:'.length) })
  const queue = '{tale-office}:orders:'
  try {
    if ((await redis.lrem(`${queue}wait`, 0, orderId)) === 0) return false
    const now = Date.now()
    await redis.hset(`${queue}${orderId}`, 'finishedOn', now, 'processedOn', now)
    await redis.zadd(`${queue}failed`, now, orderId)
    return true
  } finally {
    redis.disconnect()
  }
}
