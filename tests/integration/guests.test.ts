import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Redis } from 'ioredis'
import { Order } from '#orders/order.ts'
import { Rush } from '#rush/rush.ts'
import { Slip } from '#rush/slip.ts'
import { assertAllTold } from '#tests/support/assert-all-told.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { some } from '#tests/support/kitchen-table.ts'
import { readOpenApi } from '#tests/support/open-api.ts'
import { followRush, isOver, postRush, startRush, startTale, stopRush } from '#tests/support/start-tale.ts'
import { until } from '#tests/support/until.ts'

const SLIP = '/api/tale/slips/{id}'
const FOR_GUESTS = { seed: 1, perMinute: 0, clerks: 1, cooks: 2, speed: 30, minutes: 30 } as const

let tale: Awaited<ReturnType<typeof startTale>>
let url: string
let api: Awaited<ReturnType<typeof readOpenApi>>

before(async () => {
  tale = await startTale()
  url = tale.nugget.url
  api = await readOpenApi(url)
})
after(() => tale.stop())

test('where nobody comes the doors are open for guests, until they are sent home', async () => {
  const path = await startRush(url, FOR_GUESTS)
  const open = await followRush(url, path, ({ state }) => state === 'running')
  assert.equal(open.customers.expected, 0)

  const { id } = await order('burger')
  const cooked = await until('it is cooked', async () => {
    const order = Order.parse((await call(url, `/api/tale-office/orders/${id}`)).body)
    return order.status === 'ready' && order
  })
  assert.equal(cooked.number, 1)
  assert.equal(Rush.parse((await call(url, path)).body).state, 'running')

  const slip = await readSlip(id)
  assert.equal(slip.lies, 'completed')
  assert.deepEqual(slip.tries, { made: 1, of: 4 })
  assert.deepEqual(
    slip.states.map(({ event }) => event),
    ['added', 'waiting', 'active', 'completed'],
  )
  await stopRush(url, path)
  assert.equal((await followRush(url, path, isOver)).state, 'stopped')
})

test('a hopeless tray is tried four times, each after a longer pause, and its slip tells', async () => {
  const path = await startRush(url, { ...FOR_GUESTS, minutes: 20 })
  await followRush(url, path, ({ state }) => state === 'running')
  const { id, number } = await order('hopeless-tray')
  const slip = await until('the kitchen gives it up', async () => {
    const slip = await readSlip(id)
    return slip.lies === 'failed' && slip
  })
  assert.equal(slip.number, number)
  assert.deepEqual(slip.tries, { made: 4, of: 4 })
  assertAllTold(slip)
  assert.equal(slip.reason, 'Hopeless tray was dropped')
  const taken = slip.states.filter(({ event }) => event === 'active').map(({ at }) => Date.parse(at))
  const tries = taken.slice(1).map((at, index) => at - (taken[index] ?? at))
  assert.ok(
    tries.every((ms, index) => ms >= 1_000 + 1_000 * 2 ** index - 20),
    `${tries}`,
  )

  const secret = await secretOfOffice()
  assert.ok(secret && !JSON.stringify(slip).includes(secret))
  assert.ok(!JSON.stringify(slip).includes('/orders/cook-order.ts'), 'it tells where the code lies')
  await stopRush(url, path)
  await followRush(url, path, isOver)
})

test('guests alone may keep the cooks for two minutes, and no longer', async () => {
  const answer = await postRush(url, { ...FOR_GUESTS, speed: 1, minutes: 3 })
  assert.equal(answer.status, 422)
  api.check('post', '/api/tale/rushes', answer)
})

test('nobody has a slip of an order that nobody placed', async () => {
  for (const id of ['0'.repeat(32), 'meta', '..']) {
    const unknown = await call(url, `/api/tale/slips/${encodeURIComponent(id)}`)
    assert.equal(unknown.status, 404)
  }
  api.check('get', SLIP, await call(url, `/api/tale/slips/${'0'.repeat(32)}`))
})

async function order(item: string): Promise<Order> {
  const answer = await postOrder(url, { restaurant: 'tale-office', body: some(item) })
  assert.equal(answer.status, 202)
  return Order.parse(answer.body)
}

async function readSlip(id: string): Promise<Slip> {
  const answer = await call(url, `/api/tale/slips/${id}`)
  api.check('get', SLIP, answer)
  return Slip.parse(answer.body)
}

async function secretOfOffice(): Promise<string | null> {
  const redis = new Redis({ path: tale.nugget.redisUrl.slice('unix:'.length) })
  return redis.hget('{tale-office}:book', 'secret').finally(() => redis.disconnect())
}
