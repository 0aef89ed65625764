import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endedForNext, isOurs, keepKey, lastOfOurs, noteEndedForNext } from '#app/tale/rush-keys.ts'
import { whyItEnded } from '#app/tale/why-it-ended.ts'

test('where the browser keeps nothing, the page itself knows what it began, and what it ended for the next', () => {
  assert.equal(lastOfOurs(), null)
  keepKey('first', 'key of the first')
  noteEndedForNext('first')
  keepKey('second', 'key of the second')
  assert.deepEqual([lastOfOurs(), isOurs('first'), isOurs('third')], ['second', true, false])
  assert.deepEqual([endedForNext('first'), endedForNext('second')], [true, false])
})

test('whoever ended a rush by beginning another hears so, and nobody else', () => {
  noteEndedForNext('first')
  assert.match(whyItEnded({ id: 'first', state: 'stopped' }) ?? '', /^You began something else/)
  assert.equal(whyItEnded({ id: 'first', state: 'done' }), null)
  assert.equal(whyItEnded({ id: 'second', state: 'stopped' }), null)
})
