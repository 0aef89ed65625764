import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertKept, assertNoGrowth } from '#tests/support/bounds.ts'

const HOUR = { orders: 10, missed: 3, burnt: 1 }
const holding = (keys: number, bytes = 1000) => ({ keys, bytes })
const AFTER_A_DAY = new Map([
  ['orders not collected', holding(15)],
  ['orders collected', holding(18)],
  ['orders that need a person', holding(24)],
  ['book', holding(1)],
])

test('what retention says is kept is no growth, after a day and before', () => {
  assertKept(AFTER_A_DAY, HOUR, 100)
  const soon = new Map([...AFTER_A_DAY, ['orders that need a person', holding(10)]] as const)
  assertKept(soon, HOUR, 10)
  assertNoGrowth(AFTER_A_DAY, AFTER_A_DAY)
})

test('an order too many, one too few, a key of no kind and twice a key are found', () => {
  for (const [kind, keys] of [
    ['orders collected', 19],
    ['orders not collected', 14],
    ['orders that need a person', 25],
    ['book', 2],
    ['forgotten', 1],
  ] as const) {
    assert.throws(() => assertKept(new Map([...AFTER_A_DAY, [kind, holding(keys)]]), HOUR, 100), kind)
  }
})

test('a kind that grew is found, by its keys and by its bytes', () => {
  for (const grown of [holding(2), holding(1, 1100)]) {
    assert.throws(() => assertNoGrowth(AFTER_A_DAY, new Map([...AFTER_A_DAY, ['book', grown]])), /book/)
  }
})
