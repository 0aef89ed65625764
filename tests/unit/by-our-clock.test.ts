import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byOurClock } from '#orders/by-our-clock.ts'

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, second))
const read = (second: number) => byOurClock(at(second).toISOString(), at(20).getTime(), at(21).getTime())

test('a Redis whose clock agrees is believed', () => {
  assert.equal(byOurClock(at(20).toISOString(), at(20).getTime(), at(21).getTime()), at(20).toISOString())
})

test('a Redis whose clock is late does not make the wall look old', () => {
  assert.equal(read(2), at(20).toISOString())
})

test('a Redis whose clock is early does not make an old wall look new', () => {
  assert.equal(read(50), at(21).toISOString())
})
