import assert from 'node:assert/strict'
import { afterEach, mock, test } from 'node:test'
import { secondsUntilRetry, sendOrder } from '#app/[restaurant]/kiosk/send-order.ts'
import type { Sending } from '#app/[restaurant]/kiosk/visit.ts'
import type { Restaurant } from '#orders/restaurant.ts'

const office: Restaurant = {
  slug: 'office',
  name: 'Near the office',
  service: 'queue',
  cooks: 3,
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  languages: ['en'],
  readyMinutes: 10,
  numbers: { upTo: 999 },
  menu: [
    {
      id: 'fries',
      name: 'Fries',
      description: '',
      price: 290,
      cookSeconds: 6,
      failureRate: 0,
      picture: '/menu/fries.svg',
    },
  ],
}
const first: Sending = {
  step: 'sending',
  basket: { items: [{ id: 'fries', quantity: 1 }], dining: 'eat-in' },
  key: 'k1',
  unanswered: 0,
  pauseMs: null,
}
const repeat: Sending = { ...first, unanswered: 1 }

afterEach(() => mock.restoreAll())

test('an order that is taken gives its number', async () => {
  answerWith(202, { id: 'abc', number: 42, status: 'preparing' })
  assert.deepEqual(await send(first), { type: 'taken', key: 'k1', receipt: { id: 'abc', number: 42 } })
})

test('the outcome is unknown when the answer is not ours, is a fault, or is missing', async () => {
  answerWith(200, '<h1>Log in to the hotel network</h1>')
  assert.equal((await send(first)).type, 'unanswered')

  answerWith(502, 'Bad gateway')
  assert.equal((await send(first)).type, 'unanswered')

  answerWith(503, { type: '/problems/redis-away', title: 'Away' }, { 'Retry-After': '2' })
  assert.deepEqual(await send(first), { type: 'unanswered', key: 'k1', retryAfterSeconds: 2 })

  mock.method(globalThis, 'fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  assert.equal((await send(first)).type, 'unanswered')
})

test('busy is said in the words of the restaurant', async () => {
  answerWith(
    503,
    { type: '/problems/line-full', title: 'Busy', detail: 'Nothing was ordered.' },
    { 'Retry-After': '90' },
  )
  assert.deepEqual(await send(repeat), {
    type: 'refused',
    key: 'k1',
    notice: { title: 'Busy', detail: 'Nothing was ordered.', retryAfterSeconds: 90 },
  })
})

test('after a try without an answer, a refusal at the door says nothing of that try', async () => {
  for (const status of [400, 404, 413, 415, 422, 429]) {
    answerWith(status, { type: '/problems/any', title: 'No' })
    assert.equal((await send(first)).type, 'refused', String(status))
    assert.equal((await send(repeat)).type, 'unanswered', String(status))
  }
})

test('what is not on the menu is called by its name', async () => {
  answerWith(422, {
    type: '/problems/invalid-order',
    title: 'Invalid',
    errors: [{ pointer: '/items/0/id', detail: 'is not on the menu' }],
  })
  const outcome = await send(first)
  assert.equal(outcome.type === 'refused' && outcome.notice.detail, 'Fries is not on the menu.')
})

test('Retry-After is a number of seconds or a date', () => {
  const now = Date.parse('2026-11-22T12:00:00Z')
  assert.equal(secondsUntilRetry('120', now), 120)
  assert.equal(secondsUntilRetry('Sun, 22 Nov 2026 12:01:30 GMT', now), 90)
  assert.equal(secondsUntilRetry('Sun, 22 Nov 2026 11:00:00 GMT', now), 0)
  assert.equal(secondsUntilRetry('soon', now), 0)
  assert.equal(secondsUntilRetry(null, now), 0)
})

function send(visit: Sending) {
  return sendOrder(office, visit, new AbortController().signal)
}

function answerWith(status: number, body: unknown, headers: Record<string, string> = {}): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  mock.method(globalThis, 'fetch', async () => new Response(text, { status, headers }))
}
