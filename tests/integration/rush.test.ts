import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import { Order } from '#orders/order.ts'
import { drawCustomers } from '#rush/customers.ts'
import { Crowd, Rush } from '#rush/rush.ts'
import { settingsOf } from '#rush/settings.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { newKey, some } from '#tests/support/kitchen-table.ts'
import { readOpenApi } from '#tests/support/open-api.ts'
import { followRush, isOver, postRush, RUSHES, startRush, startTale } from '#tests/support/start-tale.ts'
import { until } from '#tests/support/until.ts'

const RUSH = '/api/tale/rushes/{id}'
const CUSTOMERS = '/api/tale/rushes/{id}/customers.csv'

/** A minute of story in a second or two. */
const SHORT = { seed: 7, perMinute: 12, minutes: 1, speed: 30, patienceMinutes: null } as const

let tale: Awaited<ReturnType<typeof startTale>>
let url: string
let api: Awaited<ReturnType<typeof readOpenApi>>

before(async () => {
  tale = await startTale()
  url = tale.nugget.url
  api = await readOpenApi(url)
})
after(() => tale.stop())

test('every customer of a rush is served on both sides, and is the customer that the seed draws', async () => {
  const answer = await postRush(url, SHORT)
  api.check('post', RUSHES, answer)
  assert.equal(answer.status, 202)
  const path = answer.headers.get('location') ?? ''
  assert.equal(path, `${RUSHES}/${Rush.parse(answer.body).id}`)

  const done = await followRush(url, path, isOver)
  const customers = drawCustomers(settingsOf(SHORT))
  const names = customers.map(({ name }) => name)
  assert.equal(done.state, 'done')
  assert.deepEqual(done.customers, { expected: customers.length, arrived: customers.length })
  for (const side of ['apartment', 'office'] as const) {
    const clocks = done.clocks[side].toSorted((one, other) => one.customer - other.customer)
    assert.deepEqual(
      clocks.map(({ customer }) => customer),
      names,
    )
    for (const { customer, counterMs, foodMs } of clocks) {
      const { takeMs, cookMs } = customers[customer - 1] ?? { takeMs: Number.NaN, cookMs: Number.NaN }
      // Timers count whole milliseconds: those of the story are longer.
      const grainMs = 2 * SHORT.speed
      assert.ok(foodMs >= takeMs + cookMs - grainMs * customers.length, `${side} ${customer}: ${foodMs}`)
      assert.ok(counterMs >= takeMs - grainMs && counterMs <= foodMs + grainMs)
    }
    assert.deepEqual(done.sides[side].walkedOut, [])
    assert.equal(done.sides[side].served, customers.length)
    assert.deepEqual(done.sides[side].line, [])
  }
  api.check('get', RUSH, await call(url, path))
  assert.equal((await call(url, '/api/tale-office/board')).status, 200)

  const csv = await fetch(`${url}${path}/customers.csv`)
  assert.equal(csv.headers.get('content-type'), 'text/csv; charset=utf-8; header=present')
  assert.equal((await csv.text()).trim().split('\r\n').length, 1 + customers.length)
})

/**
 * Three customers and one of everybody, by hand, in seconds: they come at 6.61, 11.16 and 13.96, talk for 8.42, 8.58 and 1.28, and their
 * dishes cook for 10, 2 and 4.
 *   apartment  6.61 + 18.42 = 25.03;  25.03 + 10.58 = 35.61;  35.61 + 5.28 = 40.89
 *   counter    6.61 + 8.42 = 15.03;   15.03 + 8.58 = 23.61;   23.61 + 1.28 = 24.89
 *   kitchen    15.03 + 10 = 25.03;    25.03 + 2 = 27.03;      27.03 + 4 = 31.03
 */
test('the clocks are those computed by hand', async () => {
  const one = { apartmentHands: 1, clerks: 1, cooks: 1, size: 1 }
  const request = { ...SHORT, ...one, seed: 162, perMinute: 8, minutes: 0.5, speed: 10 }
  const path = await startRush(url, request)
  const { clocks } = await followRush(url, path, isOver)
  const byHand = {
    apartment: [
      [18.42, 18.42],
      [24.45, 24.45],
      [26.93, 26.93],
    ],
    office: [
      [8.42, 18.42],
      [12.45, 15.87],
      [10.93, 17.07],
    ],
  }
  for (const side of ['apartment', 'office'] as const) {
    assert.equal(clocks[side].length, 3)
    for (const { customer, counterMs, foodMs } of clocks[side]) {
      const [counter = 0, food = 0] = byHand[side][customer - 1] ?? []
      const seen = `${side}, customer ${customer}: ${counterMs} and ${foodMs}`
      assert.ok(Math.abs(counterMs / 1000 - counter) < 1, seen)
      assert.ok(Math.abs(foodMs / 1000 - food) < 1, seen)
    }
  }
})

test('the same key is the same rush, and while one is on there is no other', async () => {
  const key = newKey()
  const first = await postRush(url, { ...SHORT, speed: 5 }, key)
  const again = await postRush(url, { ...SHORT, speed: 5 }, key)
  api.check('post', RUSHES, again)
  assert.equal(again.headers.get('idempotent-replayed'), 'true')
  assert.equal(Rush.parse(again.body).id, Rush.parse(first.body).id)
  const reused = await postRush(url, SHORT, key)
  api.check('post', RUSHES, reused)
  assert.equal(reused.status, 422)

  const other = await postRush(url, SHORT)
  api.check('post', RUSHES, other)
  assert.equal(other.status, 409)
  const path = other.headers.get('location') ?? ''
  assert.equal(path, first.headers.get('location'))

  await followRush(url, path, ({ customers }) => customers.arrived > 0)
  const crowd = await until('someone is served', async () => {
    const answer = await call(url, '/api/tale/crowd')
    api.check('get', '/api/tale/crowd', answer)
    const { hands } = Crowd.parse(answer.body)
    return hands.some(customer => customer !== null) && hands
  })
  assert.equal(crowd.length, 4)
  const stopped = await call(url, path, { method: 'DELETE' })
  api.check('delete', RUSH, stopped)
  assert.equal(stopped.status, 200)
  const over = await followRush(url, path, isOver)
  assert.equal(over.state, 'stopped')
  assert.deepEqual(over.sides.office.walkedOut, [])
  assert.equal((await call(url, path, { method: 'DELETE' })).status, 200)
  const next = await startRush(url, { ...SHORT, minutes: 0.5 })
  assert.equal((await followRush(url, next, isOver)).state, 'done')
})

test('a guest who comes while a rush is on is seen and served on both sides', async () => {
  const path = await startRush(url, { ...SHORT, speed: 10, minutes: 0.5 })
  await followRush(url, path, ({ customers }) => customers.arrived > 1)
  const food = postOrder(url, { restaurant: 'tale-apartment', body: some('burger', 5) })
  const ticket = await postOrder(url, { restaurant: 'tale-office', body: some('burger', 5) })
  assert.equal(ticket.status, 202)
  const { id, number } = Order.parse(ticket.body)
  const seen = await followRush(
    url,
    path,
    ({ sides }) =>
      sides.office.cooks.some(cook => cook.number === number) || sides.office.wall.ready.includes(number),
  )
  assert.ok(seen.sides.office.cooks.every(cook => cook.number !== number || cook.customer === 'guest'))
  assert.equal((await food).status, 200)
  await followRush(url, path, isOver)
  assert.equal(Order.parse((await call(url, `/api/tale-office/orders/${id}`)).body).status, 'ready')
})

test('a rush that is stopped before it begins never does', async () => {
  const path = await startRush(url, SHORT)
  await call(url, path, { method: 'DELETE' })
  const over = await followRush(url, path, isOver)
  assert.equal(over.state, 'stopped')
})

test('a cook walks out by kill -9, and another takes the same number up', { timeout: 90_000 }, async () => {
  const request = { ...SHORT, preset: 'walk-out', minutes: 1, speed: 10, cooks: 2, perMinute: 10 } as const
  const path = await startRush(url, request)
  const out = await followRush(url, path, ({ walkOuts }) => walkOuts.length > 0)
  const cook = out.walkOuts[0]?.cook ?? -1
  const dead = out.sides.office.cooks[cook]?.pid
  assert.ok(dead)

  const heir = await followRush(url, path, ({ walkOuts }) => walkOuts[0]?.takenUpBy != null)
  assert.notEqual(heir.walkOuts[0]?.takenUpBy, cook)
  assert.throws(() => process.kill(dead, 0), { code: 'ESRCH' })

  const done = await followRush(url, path, isOver)
  assert.equal(done.sides.office.served, done.customers.expected)
  assert.equal(done.sides.apartment.served, done.customers.expected)
})

test('while a rush goes on a cook may come to help, and any may walk out', { timeout: 60_000 }, async () => {
  const request = { ...SHORT, minutes: 2, speed: 4, cooks: 1, clerks: 1, perMinute: 10 }
  const path = await startRush(url, request)
  const early = await hire(path)
  if (early.status === 409) api.check('post', `${RUSH}/cooks`, early)
  await followRush(url, path, ({ customers }) => customers.arrived > 1)

  const key = newKey()
  for (const answer of [await hire(path, key), await hire(path, key)]) {
    api.check('post', `${RUSH}/cooks`, answer)
    assert.equal(answer.status, 202)
  }
  await followRush(
    url,
    path,
    ({ sides }) => sides.office.cooks.filter(({ number }) => number !== null).length === 2,
  )

  const killed = await call(url, `${path}/cooks/0`, { method: 'DELETE' })
  api.check('delete', `${RUSH}/cooks/{cook}`, killed)
  assert.equal(killed.status, 202)
  assert.equal((await call(url, `${path}/cooks/7`, { method: 'DELETE' })).status, 404)
  const after = await followRush(url, path, ({ sides }) => sides.office.cooks[0]?.alive === false)
  assert.equal(after.sides.office.cooks.length, 2)
  assert.equal(after.walkOuts.length, 1)

  await call(url, path, { method: 'DELETE' })
  await followRush(url, path, isOver)
  assert.equal((await hire(path)).status, 409)
})

test('who has no patience walks out, and an office with its hands full asks people to come back', async () => {
  const request = { ...SHORT, preset: 'overload', perMinute: 40, minutes: 1.5, cooks: 1, clerks: 4 } as const
  const path = await startRush(url, { ...request, patienceMinutes: 0.5 })
  const done = await followRush(url, path, isOver)
  for (const side of ['apartment', 'office'] as const) {
    const { served, walkedOut } = done.sides[side]
    assert.ok(walkedOut.length > 0, `nobody left the ${side}`)
    assert.equal(served + walkedOut.length, done.customers.expected)
    assert.equal(
      new Set([...walkedOut, ...done.clocks[side].map(({ customer }) => customer)]).size,
      done.customers.expected,
    )
  }
})

test('the rush’s process dies in the middle: the rush has failed, its cooks are gone, and the next one plays', {
  timeout: 60_000,
}, async () => {
  const path = await startRush(url, { ...SHORT, speed: 1 })
  const begun = await followRush(url, path, ({ state }) => state === 'running')
  await tale.rush.end('SIGKILL')
  await until('the cooks are gone', () => begun.sides.office.cooks.every(({ pid }) => !isAlive(pid)))

  await tale.rush.start()
  const failed = await until('failed', async () => {
    const rush = Rush.parse((await call(url, path)).body)
    return rush.state === 'failed' && rush
  })
  assert.ok(failed.reason)
  const next = await until('the next may begin', () => startRush(url, SHORT).catch(() => null))
  assert.equal((await followRush(url, next, isOver)).state, 'done')
})

test('a rush that makes no sense is refused, and says why', async () => {
  const answer = await postRush(url, { seed: 1, perMinute: 30, minutes: 30 })
  api.check('post', RUSHES, answer)
  assert.equal(answer.status, 422)
  const { errors } = z.object({ errors: z.array(z.object({ pointer: z.string() })) }).parse(answer.body)
  assert.deepEqual(
    errors.map(({ pointer }) => pointer),
    ['/perMinute'],
  )
  for (const path of [`${RUSHES}/0123456789abcdef`, `${RUSHES}/office`]) {
    const unknown = await call(url, path)
    api.check('get', RUSH, unknown)
    assert.equal(unknown.status, 404)
    assert.equal((await call(url, `${path}/customers.csv`)).status, 404)
    assert.equal((await call(url, path, { method: 'DELETE' })).status, 404)
  }
  assert.ok(CUSTOMERS in api.document.paths)
})

test('the tale’s two restaurants are none of the shop’s', async () => {
  const landing = await (await fetch(url)).text()
  assert.ok(!landing.includes('tale-office') && !landing.includes('tale-apartment'))
  assert.equal((await fetch(`${url}/tale-office/kiosk`)).status, 404)
  assert.equal((await call(url, '/api/office/board')).status, 200)
  assert.equal((await postOrder(url, { restaurant: 'tale-bakery', body: some('coffee') })).status, 404)
})

function hire(path: string, key = newKey()) {
  return call(url, `${path}/cooks`, { method: 'POST', headers: { 'Idempotency-Key': key } })
}

function isAlive(pid: number | null): boolean {
  try {
    return pid !== null && process.kill(pid, 0)
  } catch {
    return false
  }
}
