import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inBothTimes } from '#app/tale/in-time.ts'
import { nameOfOrder, orderInShort } from '#app/tale/switcheroo/order-in-words.ts'
import { legible } from '#app/tale/what-happened/legible.ts'
import { keysOf, type Step, statesOf } from '#app/tale/what-happened/steps.ts'
import { Diary } from '#rush/diary.ts'
import { settingsOf } from '#rush/settings.ts'
import type { Slip } from '#rush/slip.ts'
import type { Exchange } from '#rush/visit.ts'
import { playOnPaper } from '#tests/support/play-on-paper.ts'

const ID = 'a'.repeat(32)
const says = (...names: string[]) => names.map(name => ({ name, value: 'x' }))
const at = (ms: number) => new Date(ms).toISOString()

const slip: Slip = {
  orderId: ID,
  number: 4,
  lies: 'completed',
  tries: { made: 2, of: 4 },
  reason: null,
  kitchensLost: 0,
  pid: 1,
  lockSeconds: null,
  keys: [
    {
      key: `{tale-office}:orders:${ID}`,
      type: 'hash',
      says: says('number', 'pb', 'finishedOn', 'data', 'progressAt'),
    },
    { key: '{tale-office}:orders:completed', type: 'sorted set', says: says('score') },
    { key: '{tale-office}:numbers', type: 'hash', says: [{ name: '4', value: ID }] },
    { key: '{tale-office}:book', type: 'hash', says: says('last') },
    { key: '{tale-office}:orders:events', type: 'stream', says: says('1-0') },
  ],
  states: [
    { at: at(1000), event: 'added', from: null },
    { at: at(1000), event: 'waiting', from: null },
    { at: at(1500), event: 'active', from: 'waiting' },
    { at: at(2500), event: 'waiting', from: 'active' },
    { at: at(2501), event: 'active', from: 'waiting' },
    { at: at(4000), event: 'completed', from: 'active' },
    { at: at(5000), event: 'collected', from: null },
  ],
}

const STEPS: Step[] = [1, 2, 3, 4, 5]

test('each thing that Redis holds of an order belongs to the step that wrote it, and nothing is left out', () => {
  const told = STEPS.map(step => keysOf(slip, step).flatMap(({ says }) => says.map(({ name }) => name)))
  assert.deepEqual(told, [
    [],
    ['number', 'data', '4', 'last'],
    ['pb', 'progressAt'],
    ['finishedOn', 'score'],
    [],
  ])

  const held = {
    key: '{tale-office}:numbers',
    type: 'hash' as const,
    says: [{ name: '4', value: 'until 1' }],
  }
  assert.deepEqual(keysOf({ ...slip, keys: [held] }, 5), [held])
})

test('a try that was in vain belongs to the cook, not to the cashier', () => {
  const told = STEPS.map(step => statesOf(slip, step).map(({ event, sinceMs }) => `${event} ${sinceMs}`))
  assert.deepEqual(told, [
    [],
    ['added 0', 'waiting 0'],
    ['active 500', 'waiting 1500', 'active 1501'],
    ['completed 3000'],
    ['collected 4000'],
  ])
})

const exchange = (path: string): Exchange => ({
  method: 'POST',
  path,
  sent: { headers: {}, body: null },
  atMs: 0,
  tookMs: 1,
  got: null,
})

test('who is sent away again and again leaves the first and the last of it', () => {
  const diary = new Diary()
  diary.come(1)
  for (let time = 1; time <= 12; time++) diary.note('office', 1, exchange(`/${time}`))
  const [visit] = diary.takeChanged()
  assert.deepEqual(
    visit?.office.exchanges.map(({ path }) => path),
    ['/1', '/6', '/7', '/8', '/9', '/10', '/11', '/12'],
  )
})

test('what was written down is not written again, and what could not be is', () => {
  const diary = new Diary()
  diary.come(1)
  const visits = diary.takeChanged()
  assert.equal(visits.length, 1)
  assert.deepEqual(diary.takeChanged(), [])
  diary.putBack(visits)
  assert.equal(diary.takeChanged().length, 1)
})

test('the first poll that showed a number is the one that brought the news', () => {
  const diary = new Diary()
  diary.come(1)
  for (const path of ['/first', '/second']) diary.noteNews(7, () => exchange(path))
  diary.close(1, 7, null)
  assert.equal(diary.takeChanged()[0]?.office.news?.path, '/first')
})

test('a large order takes a line for each dish, and what is no JSON is told as it came', () => {
  const items = [
    { id: 'nuggets-6', quantity: 2 },
    { id: 'fries', quantity: 1 },
  ]
  assert.equal(
    legible(JSON.stringify({ items, dining: 'eat-in', progress: { done: 0, total: 3 } })),
    [
      '{',
      ' "items": [',
      '  {"id": "nuggets-6", "quantity": 2},',
      '  {"id": "fries", "quantity": 1}',
      ' ],',
      ' "dining": "eat-in",',
      ' "progress": {"done": 0, "total": 3}',
      '}',
    ].join('\n'),
  )
  assert.equal(legible('[]'), '[]')
  assert.equal(legible('{"preparing":[{"nu'), '{"preparing":[{"nu …')
})

test('how long an answer took is told in our time and in the story’s', () => {
  assert.equal(inBothTimes(14_800, 5), '14.8 s of ours, 1\u00a0min\u00a014\u00a0s of the story')
})

test('an order goes by the number that the picture shows, and says how it stands without a word of the restaurant', () => {
  assert.equal(nameOfOrder(46, 45), 'Number 45, customer 46')
  assert.equal(nameOfOrder(46, null), 'Customer 46')

  const rush = playOnPaper(settingsOf({ seed: 42, preset: 'overload' }), 180_000)
  const { office } = rush.sides
  const say = (customer: number, changed: Partial<typeof office> = {}) =>
    orderInShort({ ...rush, sides: { ...rush.sides, office: { ...office, ...changed } } }, customer)
  const [seat] = office.seated
  assert.ok(seat)
  assert.equal(
    say(seat.customer),
    `Near my office: answered 202, and waits for the board to say ${seat.number}.`,
  )
  assert.match(say(1), /^Near my office: free with a 202 after \d.*, job completed after \d/)
  assert.equal(
    say(90, { walkedOut: [{ customer: 90, arrivedMs: 10_000, atMs: 70_000 }] }),
    'Near my office: gave up after 1\u00a0min.',
  )
  assert.equal(say(90), 'Near my office: no 202 yet.')
})
