import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MOST_HELD, View } from '#orders/view.ts'

const still = new AbortController().signal
const state = (tag: string, asOf: string) => ({ tag, asOf, body: '{}' })

test('who waits gets the next state that differs from the one they hold', async () => {
  const view = new View()
  const waiting = view.change({ tag: 'a' }, 60_000, still)
  view.show(state('a', '12:00'))
  view.show(state('b', '12:01'))
  assert.deepEqual(await waiting, state('b', '12:01'))
})

test('who waited in vain learns when the same state was read last, not when the wait began', async () => {
  const view = new View()
  const waiting = view.change({ tag: 'a', since: performance.now() }, 50, still)
  view.show(state('a', '12:00'))
  view.show(state('a', '12:01'))
  assert.deepEqual(await waiting, state('a', '12:01'))
})

test('a reading from before is no news: it neither answers nor takes back what was read later', async () => {
  const view = new View()
  view.show(state('b', '12:00'), 1_000)
  const waiting = view.change({ tag: 'a', since: 2_000 }, 50, still)
  view.show(state('b', '12:00'), 1_500)
  assert.equal(await waiting, undefined)
})

test('who leaves waits no longer', async () => {
  const leaving = new AbortController()
  const waiting = new View().change({ tag: 'a' }, 60_000, leaving.signal)
  leaving.abort()
  assert.equal(await waiting, undefined)
})

test('when too many polls are held the next is not, and is again once they are let go', async () => {
  const leaving = new AbortController()
  const held = Array.from({ length: MOST_HELD }, () =>
    new View().change({ tag: 'a' }, 60_000, leaving.signal),
  )
  const view = new View()
  assert.equal(await view.change({ tag: 'a' }, 60_000, still), undefined)

  leaving.abort()
  await Promise.all(held)
  const waiting = view.change({ tag: 'a' }, 60_000, still)
  view.show(state('b', '12:01'))
  assert.deepEqual(await waiting, state('b', '12:01'))
})
