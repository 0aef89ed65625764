import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slipAtTheEnd } from '#app/tale/patterns/slip-in-words.ts'
import { stretchesOf } from '#app/tale/patterns/stretches.ts'
import type { Slip } from '#rush/slip.ts'

const states = (...told: [seconds: number, event: string][]): Slip['states'] =>
  told.map(([seconds, event]) => ({ at: new Date(seconds * 1000).toISOString(), event, from: null }))

const slip: Slip = {
  orderId: '0'.repeat(32),
  number: 1,
  lies: 'active',
  tries: { made: 1, of: 4 },
  reason: null,
  kitchensLost: 0,
  pid: 1,
  lockSeconds: 8,
  keys: [],
  states: [],
}

test('what the queue told of an order is a stretch of time each, the last of which still lasts', () => {
  const told = states(
    [0, 'added'],
    [0, 'waiting'],
    [3, 'active'],
    [4, 'progress'],
    [5, 'waiting'],
    [5.01, 'active'],
  )
  assert.deepEqual(stretchesOf({ ...slip, states: told }), [
    { kind: 'in-line', words: 'in line', ms: 3000 },
    { kind: 'in-hand', words: 'try 1', ms: 2000 },
    { kind: 'in-hand', words: 'try 2', ms: null },
  ])
})

test('from the moment that the cook is gone nobody has the order, until another takes it up', () => {
  const told = states([0, 'active'])
  const shown = (states: Slip['states']) =>
    stretchesOf({ ...slip, states }, 3_500).map(({ kind, words, ms }) => [kind, words, ms])
  assert.deepEqual(shown(told), [
    ['in-hand', 'try 1', 3500],
    ['nobody', 'nobody, locked', null],
  ])
  const takenUp = states([11.5, 'waiting'], [11.51, 'active'])
  assert.deepEqual(shown([...told, ...takenUp]), [
    ['in-hand', 'try 1', 3500],
    ['nobody', 'nobody, locked', 8000],
    ['in-hand', 'try 2', null],
  ])
})

test('a cook who was gone before the order was taken up has nothing to do with it', () => {
  const told = states([4, 'active'], [9, 'completed'])
  assert.deepEqual(
    stretchesOf({ ...slip, states: told }, 3_500).map(({ words }) => words),
    ['try 1', 'ready'],
  )
})

test('an order that nobody could cook ends at the counter', () => {
  const told = states([0, 'waiting'], [0.01, 'active'], [1, 'failed'])
  assert.deepEqual(
    stretchesOf({ ...slip, states: told }).map(({ words }) => words),
    ['try 1', 'See the counter'],
  )
})

test('a tray that fell rests in the cook’s hands for a while, and that is a stretch of its own', () => {
  const data = JSON.stringify({ items: [{ id: 'tray', quantity: 1, cookSeconds: 1 }] })
  const keys: Slip['keys'] = [{ key: 'the job', type: 'hash', says: [{ name: 'data', value: data }] }]
  const told = states(
    [0, 'active'],
    [2, 'waiting'],
    [2, 'active'],
    [5, 'waiting'],
    [5, 'active'],
    [6, 'completed'],
  )
  assert.deepEqual(
    stretchesOf({ ...slip, keys, states: told }).map(({ words, ms }) => [words, ms]),
    [
      ['try 1', 1000],
      ['pause', 1000],
      ['try 2', 1000],
      ['pause', 2000],
      ['try 3', 1000],
      ['ready', null],
    ],
  )
})

test('once the kitchen has closed no cook holds an order, and what was done stays done', () => {
  const atTheEnd = (lies: Slip['lies'], isWithNobody = false) => slipAtTheEnd({ ...slip, lies }, isWithNobody)
  assert.equal(atTheEnd('active'), 'last seen in a cook’s hands')
  assert.equal(atTheEnd('active', true), 'last seen in nobody’s hands')
  assert.equal(atTheEnd('wait'), 'last seen in line')
  assert.equal(atTheEnd('completed'), 'ready')
})
