import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readClock } from '#app/tale/three-clocks.ts'
import { Chronicle } from '#rush/chronicle.ts'
import { quantile, toCsv } from '#rush/clocks.ts'
import { newRush } from '#rush/rush.ts'
import { settingsOf } from '#rush/settings.ts'
import { StoryClock } from '#rush/story-clock.ts'
import { playOnPaper } from '#tests/support/play-on-paper.ts'

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
  const left = { customer: 2, arrivedMs: 2_000, atMs: 52_500 }
  assert.deepEqual(
    toCsv(customers, { clocks: [clock], walkedOut: [left] }, { clocks: [], walkedOut: [] }).split('\r\n'),
    [
      'customer,portions,cook_s,take_s,patience_s,apartment_arrived_s,apartment_counter_s,apartment_food_s,apartment_walked_out,apartment_walked_out_after_s,office_arrived_s,office_counter_s,office_food_s,office_walked_out,office_walked_out_after_s',
      '1,2,8.000,1.500,,0.010,1.500,9.500,no,,,,,,',
      '2,2,8.000,1.500,,2.000,,,yes,50.500,,,,,',
      '',
    ],
  )
})

test('whoever left waited until the moment that the account tells of, not for as long as they had patience', () => {
  const clock = new StoryClock(60)
  const chronicle = new Chronicle(newRush('0', settingsOf({ seed: 1, preset: 'overload' }), 2), clock)
  chronicle.walkOut('office', { customer: 2, arrivedMs: 0 }, 'hears that the kitchen has its hands full')
  const { rush } = chronicle
  const [left] = rush.sides.office.walkedOut
  assert.equal(left?.atMs, rush.events.at(-1)?.atMs)
  assert.deepEqual(readClock('in-vain', rush).office.times, [left?.atMs])
})

test('while a rush goes on its account tells of the last forty events, and in the end of all', () => {
  const chronicle = new Chronicle(newRush('0', settingsOf({ seed: 1 }), 2), new StoryClock(60))
  chronicle.begin()
  for (let customer = 1; customer <= 100; customer++)
    chronicle.say('office', `Customer ${customer} comes in.`)
  const { rush } = chronicle
  assert.deepEqual([rush.events.length, rush.events[0]?.seq, rush.events.at(-1)?.seq], [40, 62, 101])
  chronicle.end('done', 'Everybody has been served or has left.')
  assert.deepEqual([rush.events.length, rush.events[0]?.words], [102, 'Both restaurants open.'])
  assert.deepEqual(
    rush.events.map(({ seq }) => seq),
    Array.from(rush.events, (_, index) => index + 1),
  )
})

test('an overload on paper is one for the office too: it is full, asks people to come back, and some leave', () => {
  const settings = settingsOf({ seed: 7, preset: 'overload', minutes: 12, patienceMinutes: 5 })
  const { sides, events } = playOnPaper(settings, 9 * 60_000)
  const { aside, queued, seated, walkedOut } = sides.office
  assert.ok(aside.length > 0 && walkedOut.length > 0 && queued.length < 40 && seated.length < 45)
  assert.ok(events.some(({ words }) => words.endsWith('is asked to come back later.')))
})
