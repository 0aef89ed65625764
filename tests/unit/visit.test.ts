import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Happening,
  next,
  resume,
  SHOW_AGAIN_MS,
  START,
  type Visit,
} from '#app/[restaurant]/kiosk/visit.ts'

const NOTICE = { title: 'Busy', detail: 'Nothing was ordered.', retryAfterSeconds: 60 }
const RECEIPT = { id: 'abc', number: 42 }

test('an empty basket cannot be placed', () => {
  assert.equal(next(START, { type: 'place', freshKey: 'k1' }), START)
})

test('a second tap changes nothing', () => {
  const sending = placed()
  assert.equal(next(sending, { type: 'place', freshKey: 'k2' }), sending)
})

test('while the order is on its way, its basket cannot be changed', () => {
  const sending = placed()
  const attempts: Happening[] = [
    { type: 'one-more', id: 'fries' },
    { type: 'one-fewer', id: 'fries' },
    { type: 'dine', dining: 'take-away' },
    { type: 'start-over' },
    { type: 'got-it', now: 0 },
  ]
  for (const attempt of attempts) assert.equal(next(sending, attempt), sending)
})

test('silence keeps basket and key, however often', () => {
  const silent = after(placed(), unanswered(), { type: 'try-again' }, unanswered())
  assert.equal(silent.step, 'sending')
  assert.equal(silent.step === 'sending' && silent.key, 'k1')
  assert.deepEqual(silent.step === 'sending' && silent.basket.items, [{ id: 'fries', quantity: 1 }])
})

test('the pauses grow, up to a quarter of a minute, and honour the server', () => {
  let visit = placed()
  const pauses = Array.from({ length: 6 }, () => {
    visit = after(visit, { type: 'try-again' }, unanswered())
    return visit.step === 'sending' && visit.pauseMs
  })
  assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 15_000, 15_000])
  assert.equal(pauseOf(next(placed(), unanswered(30))), 30_000)
})

test('a refused basket keeps its key until it changes', () => {
  const refused = after(placed(), { type: 'refused', key: 'k1', notice: NOTICE })
  assert.deepEqual(refused.step === 'choosing' && refused.notice, NOTICE)
  assert.equal(keyOf(next(refused, { type: 'place', freshKey: 'k2' })), 'k1')

  const changed = after(refused, { type: 'one-more', id: 'fries' }, { type: 'place', freshKey: 'k2' })
  assert.equal(keyOf(changed), 'k2')
})

test('an answer to another order is not taken for this one', () => {
  const sending = placed()
  assert.equal(next(sending, { type: 'taken', key: 'k0', receipt: RECEIPT }), sending)
  assert.equal(next(sending, { type: 'refused', key: 'k0', notice: NOTICE }), sending)
})

test('only "Got it" takes the number away, and then it can be shown again', () => {
  const holding = after(placed(), { type: 'taken', key: 'k1', receipt: RECEIPT })
  const attempts: Happening[] = [
    { type: 'start-over' },
    { type: 'give-up' },
    { type: 'leave-line' },
    { type: 'show-again' },
  ]
  for (const attempt of attempts) assert.equal(next(holding, attempt), holding)

  const gone = next(holding, { type: 'got-it', now: 1000 })
  assert.deepEqual(gone, { ...START, last: { receipt: RECEIPT, until: 1000 + SHOW_AGAIN_MS } })
  assert.deepEqual(next(gone, { type: 'show-again' }), holding)
  assert.deepEqual(next(gone, { type: 'forget-last' }), START)
})

test('the next order has a key of its own', () => {
  const again = after(
    placed(),
    { type: 'taken', key: 'k1', receipt: RECEIPT },
    { type: 'got-it', now: 0 },
    { type: 'one-more', id: 'fries' },
    { type: 'place', freshKey: 'k2' },
  )
  assert.equal(keyOf(again), 'k2')
})

test('starting over keeps the last number for the one who forgot it', () => {
  const visit = after(placed(), { type: 'taken', key: 'k1', receipt: RECEIPT }, { type: 'got-it', now: 0 })
  const cleared = after(visit, { type: 'one-more', id: 'fries' }, { type: 'start-over' })
  assert.deepEqual(cleared, visit)
})

test('who leaves the line keeps the basket and may change it; who gives up leaves all', () => {
  const left = next(placed(), { type: 'leave-line' })
  assert.deepEqual(left.step === 'choosing' && left.basket.items, [{ id: 'fries', quantity: 1 }])
  assert.equal(keyOf(next(left, { type: 'place', freshKey: 'k2' })), 'k2')
  assert.equal(next(placed(), { type: 'give-up' }), START)
})

test('a reload in mid-order counts as a try without an answer, and tries at once', () => {
  const resumed = resume(placed())
  assert.deepEqual(resumed, { ...placed(), unanswered: 1, pauseMs: null })
  assert.equal(resume(START), START)
})

function placed(): Visit {
  return after(START, { type: 'one-more', id: 'fries' }, { type: 'place', freshKey: 'k1' })
}

function after(visit: Visit, ...happenings: Happening[]): Visit {
  return happenings.reduce(next, visit)
}

function unanswered(retryAfterSeconds = 0): Happening {
  return { type: 'unanswered', key: 'k1', retryAfterSeconds }
}

function keyOf(visit: Visit): string | null | undefined {
  return visit.step === 'holding' ? undefined : visit.key
}

function pauseOf(visit: Visit): number | null | undefined {
  return visit.step === 'sending' ? visit.pauseMs : undefined
}
