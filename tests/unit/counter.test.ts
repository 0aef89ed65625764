import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { currentLine, serveAtCounter } from '#orders/counter.ts'
import { LineFull } from '#orders/refusals.ts'
import { makeRestaurant, newKey, some } from '#tests/support/kitchen-table.ts'

process.env.KITCHEN_SPEED = '20'

test('a line with too much to cook is full, and who comes back when told is let in', async () => {
  const restaurant = makeRestaurant({ service: 'counter', cooks: 1, maxQueued: 20 })
  const order = (quantity: number) =>
    serveAtCounter(restaurant, some('nuggets-6', quantity), newKey(), new AbortController().signal)
  const line = [order(2), order(1), order(1), order(1)]

  // 16 s in hand, 24 s stand and 20 s may: a second, as the clerk is twenty times as fast.
  await assert.rejects(order(1), (error: unknown) => {
    assert.ok(error instanceof LineFull)
    assert.equal(error.retryAfterSeconds, 1)
    return true
  })
  assert.equal(currentLine(restaurant).people, 4)

  await pause(1000)
  const welcome = await order(1)
  assert.equal(welcome.order.status, 'ready')
  await Promise.all(line)
})

test('one clerk with a very long order keeps nobody waiting who comes to a full line with two', async () => {
  const restaurant = makeRestaurant({ service: 'counter', cooks: 2, maxQueued: 10 })
  const leaving = new AbortController()
  const order = (quantity: number) =>
    serveAtCounter(restaurant, some('nuggets-6', quantity), newKey(), leaving.signal)
  const long = order(12)
  const line = [order(2), order(1), order(2)]

  // 96 s and 16 s in hand, 24 s stand and 20 s may: the one behind the 16 s is served 0.8 s from now.
  await pause(400)
  const refusal = await order(1).catch(error => error)
  assert.ok(refusal instanceof LineFull)
  assert.equal(refusal.retryAfterSeconds, 1)

  await pause(1000)
  assert.equal((await order(1)).order.status, 'ready')
  await Promise.all([long, ...line])
})

test('a thousand may stand in line, whatever they want, and no more', async () => {
  const restaurant = makeRestaurant({ service: 'counter', cooks: 1 })
  const leaving = new AbortController()
  const order = (id: string) => serveAtCounter(restaurant, some(id), newKey(), leaving.signal)
  const served = order('nuggets-6')
  const line = Array.from({ length: 1000 }, () => order('water').catch(() => 'left'))
  await assert.rejects(order('water'), LineFull)
  assert.equal(currentLine(restaurant).people, 1001)

  leaving.abort()
  assert.deepEqual(new Set(await Promise.all(line)), new Set(['left']))
  assert.equal((await served).order.status, 'ready')
})

test('as many are served at a time as there are cooks, and as much may stand as keeps each of them busy', async () => {
  const restaurant = makeRestaurant({ service: 'counter', cooks: 2, maxQueued: 10 })
  const order = () => serveAtCounter(restaurant, some('nuggets-6'), newKey(), new AbortController().signal)
  const line = Array.from({ length: 5 }, order)

  // Two in hand and 24 s stand, where twice 10 s may.
  await assert.rejects(order(), LineFull)
  const served = (await Promise.all(line)).map(({ order }) => order)
  const [startedAt, readyAt] = [
    served.map(order => order.startedAt ?? ''),
    served.map(order => order.readyAt ?? ''),
  ]
  assert.ok((startedAt[1] ?? '') < (readyAt[0] ?? ''), 'the second waited for the first')
  assert.ok((startedAt[2] ?? '') >= (readyAt.toSorted()[0] ?? ''), 'three were served at a time')
})
