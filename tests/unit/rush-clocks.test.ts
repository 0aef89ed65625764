import assert from 'node:assert/strict'
import { test } from 'node:test'
import { quantile, toCsv } from '#rush/clocks.ts'

test('half are at most the median, and nineteen of twenty the 95th percentile', () => {
  const waits = Array.from({ length: 20 }, (_, index) => 20 - index)
  assert.equal(quantile(waits, 0.5), 10)
  assert.equal(quantile(waits, 0.95), 19)
  assert.equal(quantile([7], 0.95), 7)
  assert.equal(quantile([], 0.5), null)
})

test('the CSV has a line for each customer, also for those who walked out and those still there', () => {
  const person = { items: [], portions: 2, cookMs: 8000, takeMs: 1500, patienceMs: null, arrivesAtMs: 0 }
  const customers = [1, 2].map(name => ({ ...person, name }))
  const clock = { customer: 1, arrivedMs: 10, counterMs: 1500, foodMs: 9500.4 }
  assert.deepEqual(
    toCsv(customers, { clocks: [clock], walkedOut: [2] }, { clocks: [], walkedOut: [] }).split('\r\n'),
    [
      'customer,portions,cook_s,take_s,patience_s,apartment_arrived_s,apartment_counter_s,apartment_food_s,apartment_walked_out,office_arrived_s,office_counter_s,office_food_s,office_walked_out',
      '1,2,8.000,1.500,,0.010,1.500,9.500,no,,,,',
      '2,2,8.000,1.500,,,,,yes,,,,',
      '',
    ],
  )
})
