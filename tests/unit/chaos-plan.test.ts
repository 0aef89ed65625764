import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawFrom } from '#chaos/draw.ts'
import { readPlan } from '#chaos/plan.ts'

test('a plan is so many orders and a seed, each of which may be left to chance', () => {
  assert.deepEqual(readPlan(['--orders', '5000', '--seed', '7']), { orders: 5000, seed: 7 })
  assert.equal(readPlan([]).orders, 1000)
  assert.ok(Number.isInteger(readPlan([]).seed))
})

for (const args of [
  ['--orders', 'many'],
  ['--orders', '12.5'],
  ['--orders', '5'],
  ['--orders', '1000000'],
  ['--seed=-1'],
  ['--seed', 'lucky'],
]) {
  test(`${args.join(' ')} is told in one line that names it`, () => {
    const [name] = /^--\w+/.exec(args[0] ?? '') ?? []
    assert.throws(() => readPlan(args), new RegExp(`^Error: ${name} must be a whole number from .*$`))
  })
}

test('the same seed draws the same, whatever else is drawn beside it', () => {
  const faults = drawFrom(7, 'faults')
  const customer = drawFrom(7, 'customer 1')
  const first = faults.shuffle(['a', 'b', 'c', 'd', 'e', 'f'])
  customer.between(0, 1)
  assert.deepEqual(drawFrom(7, 'faults').shuffle(['a', 'b', 'c', 'd', 'e', 'f']), first)
  assert.notDeepEqual(drawFrom(8, 'faults').between(0, 1), drawFrom(7, 'faults').between(0, 1))
})
