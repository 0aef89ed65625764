import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serveAtCounter } from '#orders/counter.ts'
import { ReceiptNumbers } from '#orders/receipt-numbers.ts'
import { makeRestaurant, newKey, some } from '#tests/support/kitchen-table.ts'

const MINUTE_MS = 60_000

test('receipts at a counter run to the top and start over', () => {
  const numbers = new ReceiptNumbers(3)
  const taken = [0, 31, 62, 93, 124].map(minute => numbers.take(minute * MINUTE_MS))
  assert.deepEqual(taken, [1, 2, 3, 1, 2])
})

test('while all are held they go on past the top', () => {
  const numbers = new ReceiptNumbers(3)
  const taken = [0, 1, 2, 3, 4].map(minute => numbers.take(minute * MINUTE_MS))
  assert.deepEqual(taken, [1, 2, 3, 4, 5])
})

test('a number is given again after half an hour, past those that are still held', () => {
  const numbers = new ReceiptNumbers(2)
  const taken = [0, 20, 29, 30, 31, 50].map(minute => numbers.take(minute * MINUTE_MS))
  assert.deepEqual(taken, [1, 2, 3, 1, 4, 2])
})

test('the top is that of the restaurant', async t => {
  t.mock.timers.enable({ apis: ['Date'] })
  const restaurant = makeRestaurant({ service: 'counter', numbers: { upTo: 2 } })
  const taken = []
  for (let meal = 0; meal < 3; meal++) {
    const { order } = await serveAtCounter(restaurant, some('water'), newKey(), new AbortController().signal)
    taken.push(order.number)
    t.mock.timers.tick(31 * MINUTE_MS)
  }
  assert.deepEqual(taken, [1, 2, 1])
})
