import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comeBackAfter, untilTaken } from '#orders/until-room.ts'

test('who waits for the next order to be taken waits for the first cook to be free, however long another cooks', () => {
  assert.equal(untilTaken(3, [8000, 13, 12, 12]), 12)
  assert.equal(untilTaken(3, [8000, 13, 12, 12, 12]), 13)
  assert.equal(untilTaken(3, [8000, 13, 12, 12, 12, 12]), 24)
})

test('a long order that is only to be taken keeps nobody waiting, and one that only one cook can cook does', () => {
  assert.equal(untilTaken(2, [5, 7, 8000]), 5)
  assert.equal(untilTaken(1, [5, 8000, 1]), 8005)
})

test('a cook who has nothing in hand takes the next order at once', () => {
  assert.equal(untilTaken(2, [5, 60]), 0)
})

test('more in hand than there are cooks comes before what waits', () => {
  assert.equal(untilTaken(1, [10, 10, 5]), 20)
})

test('what is not looked at one by one is shared by those who are free by then', () => {
  assert.equal(untilTaken(2, [10, 10], 30), 25)
  assert.equal(untilTaken(3, [8000, 10, 10], 30), 25)
  assert.equal(untilTaken(3, [12, 10, 11], 3), 12)
  assert.equal(untilTaken(3, [12, 10, 11], 2), 11.5)
})

test('one is told whole seconds, and none too few', () => {
  assert.equal(comeBackAfter(0), 1)
  assert.equal(comeBackAfter(12_500), 13)
  assert.equal(comeBackAfter(13_000), 14)
})
