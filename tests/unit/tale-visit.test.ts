import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moral } from '#app/tale/visit/moral.ts'
import { ALONE, BESIDE } from '#app/tale/visit/stories.ts'
import { Visit } from '#app/tale/visit/visit.ts'
import { apartmentWithYou, officeWithYou } from '#app/tale/visit/with-you.ts'
import { whereYouAre } from '#app/tale/visit/you-in-words.ts'
import { drawCustomers } from '#rush/customers.ts'
import { newRush, type Rush, type Side } from '#rush/rush.ts'
import { type RushRequest, settingsOf } from '#rush/settings.ts'
import { playOnPaper } from '#tests/support/play-on-paper.ts'

const settings = settingsOf(ALONE.request)
const customers = drawCustomers(settings)
const { apartment, office } = newRush('', settings, customers.length).sides
const giant = customers.find(({ portions }) => portions === 20)?.name ?? 0

test('the reader comes in behind one who orders for a whole office', () => {
  assert.ok(giant > 1 && giant <= 4, `customer ${giant}`)
})

test('whoever stands hears their place, and of the large order before them', () => {
  const line = [giant, 4, 'guest'] as const
  assert.equal(
    whereYouAre('apartment', { at: 'line' }, { line, served: [1], customers }),
    'You are third in line. One of those before you is going to order 20 portions, for a whole office.',
  )
  assert.match(
    whereYouAre('apartment', { at: 'line' }, { line: [4, 'guest'], served: [giant], customers }),
    /Somebody ordered 20 portions, for a whole office: all are cooked first\./,
  )
})

test('whoever stands hears how many orders come before theirs, in whole sentences', () => {
  const [small, other] = customers.filter(({ portions }) => portions < 3).map(({ name }) => name)
  assert.ok(small && other)
  const say = (...before: number[]) =>
    whereYouAre('apartment', { at: 'line' }, { line: [...before, 'guest'], served: [null], customers })
  assert.equal(say(small), 'You are second in line. One order will be taken and cooked before yours.')
  assert.equal(say(small, other), 'You are third in line. Two orders will be taken and cooked before yours.')
})

test('with more hands than one the others go on beside a large order, and nothing else is said', () => {
  const around = { line: [4, 'guest'] as const, served: [giant, 1, null], customers }
  assert.equal(
    whereYouAre('apartment', { at: 'line' }, around),
    'You are second in line. Somebody ordered 20 portions, for a whole office: one of three pairs of hands cooks nothing else.',
  )
  assert.equal(
    whereYouAre('apartment', { at: 'line' }, { ...around, served: [1, 2, null] }),
    'You are second in line. One order will be taken before yours.',
  )
})

test('in the end one hears what the large order did, as far as it is cooked by then', () => {
  const { arrivesAtMs = 0, cookMs = 0 } = customers[giant - 1] ?? {}
  const say = (side: Side, storyMs: number, change: Partial<Rush> = {}) =>
    moral({ ...playOnPaper(settingsOf(BESIDE.request), storyMs), ...change }, side, customers[giant - 1])
  const [early, late] = [arrivesAtMs + cookMs / 2, 20 * 60_000]
  const general = 'You sat while it was cooked, and the counter was free for the next.'
  assert.equal(say('office', arrivesAtMs), general)
  assert.equal(
    say('office', early),
    'The order of 20 keeps one of two cooks busy, and nobody at the counter.',
  )
  assert.equal(say('office', late), 'The order of 20 kept one of two cooks busy, and nobody at the counter.')
  const left = { atMs: 0, cook: 0, number: null, takenUpAtMs: null, takenUpBy: null }
  assert.match(say('office', early, { walkOuts: [left] }), /keeps one cook busy/)
  assert.equal(
    say('apartment', late),
    'Nobody did anything wrong. Whoever cooks cannot take orders, and behind an order of 20 all stand.',
  )
})

test('where nobody ordered for many, nobody hears of it', () => {
  const request: RushRequest = { seed: 7, preset: 'quiet' }
  const rush = playOnPaper(settingsOf(request), 60 * 60_000)
  assert.ok(rush.clocks.office.length > 0)
  assert.equal(
    moral(rush, 'office', undefined),
    'You sat while it was cooked, and the counter was free for the next.',
  )
  assert.equal(
    moral(rush, 'apartment', undefined),
    'Nobody did anything wrong. Whoever cooks cannot take orders, so everybody stands.',
  )
})

test('who was fed hears how long they stood, and how old that made them', () => {
  const fed = { at: 'fed', number: null, stoodMs: 200_000, foodMs: 200_000 } as const
  assert.equal(
    whereYouAre('apartment', fed, { line: [], served: [], customers }),
    'Your six nuggets! You stood for 3\u00a0min\u00a020\u00a0s and are old, with a long white beard.',
  )
})

test('the reader stands in the picture from the moment of ordering, once, and no longer than that', () => {
  const here = { ...apartment, line: [2, 3] }
  assert.deepEqual(apartmentWithYou(here, { at: 'line' }).line, [2, 3, 'guest'])
  const known = { ...apartment, line: [2, 'guest' as const, 3] }
  assert.deepEqual(apartmentWithYou(known, { at: 'line' }).line, [2, 'guest', 3])
  assert.deepEqual(apartmentWithYou(known, { at: 'gone', stoodMs: 0 }).line, [2, 3])
})

test('near the office the reader stands where the rush has them, and then has a chair', () => {
  const busy = { ...office, line: [2, 3] }
  assert.deepEqual(officeWithYou(busy, { at: 'line' }).line, [2, 3, 'guest'])
  const known = { ...office, line: [2, 'guest' as const, 9] }
  assert.deepEqual(officeWithYou(known, { at: 'line' }).line, [2, 'guest', 9])
  const served = { ...office, line: [9], clerks: ['guest' as const] }
  assert.deepEqual(officeWithYou(served, { at: 'line' }).line, [9])
  const said = officeWithYou(served, { at: 'till' })
  assert.deepEqual([said.line, said.clerks], [['guest', 9], [null]])
  const { seated } = officeWithYou(busy, { at: 'chair', number: 7, stoodMs: 0 })
  assert.deepEqual(seated, [{ customer: 'guest', number: 7 }])
})

test('when a rush ends before the reader came in, the doors were closed', t => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const told: string[] = []
  const visit = new Visit(['apartment'], you =>
    told.push(whereYouAre('apartment', you.apartment, { line: [], served: [], customers })),
  )
  visit.see({ ...newRush('', settings, customers.length), state: 'stopped' })
  t.mock.timers.tick(2_000)
  assert.deepEqual(told, ['The doors were closed before you came in.'])
})
