import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arrange, capacity } from '#app/[restaurant]/display/arrange.ts'
import { pageAt, STALE_TURN_MS, TURN_MS, turnAt } from '#app/[restaurant]/display/pages.ts'
import { planOf } from '#app/[restaurant]/display/plan.ts'
import type { Board } from '#orders/board.ts'

const DIGIT_HEIGHT_EM = 0.703
const box = { width: 97.6, height: 71, smallest: 14.5, largest: 22 }

test('few numbers are large, many are small, none below the smallest', () => {
  const sizes = [1, 6, 7, 12, 15].map(count => arrange(count, 3, box).size)
  assert.deepEqual(
    sizes,
    [...sizes].sort((a, b) => b - a),
  )
  assert.equal(sizes[0], box.largest)
  assert.ok(sizes.every(size => size >= box.smallest))
})

test('a grid holds what it was made for, up to the capacity', () => {
  for (const digits of [2, 3, 4, 5]) {
    const most = capacity(digits, box)
    for (let count = 1; count <= most; count++) {
      const { columns, rows } = arrange(count, digits, box)
      assert.ok(columns * rows >= count, `${count} numbers of ${digits} digits`)
    }
    const full = arrange(most + 40, digits, box)
    assert.equal(full.columns * full.rows, most)
  }
})

test('numbers keep their places while the grid has room', () => {
  assert.deepEqual(arrange(1, 3, box), arrange(6, 3, box))
})

test('pages turn until every number was shown, and the first stay', () => {
  const all = Array.from({ length: 60 }, (_, index) => index)
  const seen = new Set<number>()
  const { pages } = pageAt(all, 15, 0, 3)
  for (let turn = 7; turn < 7 + pages; turn++) {
    const { shown } = pageAt(all, 15, turn, 3)
    assert.deepEqual(shown.slice(0, 3), [0, 1, 2])
    assert.ok(shown.length <= 15)
    for (const number of shown) seen.add(number)
  }
  assert.equal(seen.size, 60)
})

test('what fits is one page', () => {
  assert.deepEqual(pageAt([1, 2, 3], 3, 99, 1), { shown: [1, 2, 3], page: 0, pages: 1 })
})

test('the page changes every eight seconds', () => {
  assert.equal(turnAt(TURN_MS * 5 - 1) + 1, turnAt(TURN_MS * 5))
})

test('up to six ready numbers keep their size and places', () => {
  const [first, ...others] = [1, 2, 3, 4, 5, 6].map(
    count => planOf(boardOf(5, count, 0), 0, false).ready.grids,
  )
  for (const other of others) assert.deepEqual(other.lying, first?.lying)
})

test('digits on a television are never under a tenth of its height, nor on a boxy screen', () => {
  for (const count of [1, 5, 10, 30, 100]) {
    for (const attention of [0, 1, 9]) {
      for (const isStale of [false, true]) {
        const plan = planOf(boardOf(count, count, attention), 0, isStale)
        for (const section of [plan.preparing, plan.ready, plan.attention]) {
          assert.ok(section.grids.lying.size * DIGIT_HEIGHT_EM >= 10, `${count} numbers`)
          assert.ok(section.grids.boxy.size * DIGIT_HEIGHT_EM >= 10, `${count} numbers`)
        }
      }
    }
  }
})

test('a screen hung upright has room for all that one lying shows', () => {
  for (const count of [1, 4, 9, 15, 60, 100]) {
    for (const attention of [0, 7]) {
      for (const isStale of [false, true]) {
        const plan = planOf(boardOf(count, count, attention), 3, isStale)
        for (const { numbers, grids, boxy } of [plan.preparing, plan.ready, plan.attention]) {
          assert.ok(numbers.length <= grids.lying.columns * grids.lying.rows)
          assert.ok(numbers.length <= grids.upright.columns * grids.upright.rows)
          assert.ok(boxy.numbers.length <= grids.boxy.columns * grids.boxy.rows)
        }
      }
    }
  }
})

test('a boxy screen shows part of the page at a time, and in the end every number', () => {
  for (const isStale of [false, true]) {
    const board = boardOf(47, 53, 7)
    const seen = new Set<number>()
    for (let turn = 0; turn < 60; turn++) {
      const plan = planOf(board, turn, isStale)
      for (const { numbers, boxy } of [plan.preparing, plan.ready, plan.attention]) {
        for (const number of boxy.numbers) {
          assert.ok(numbers.includes(number))
          seen.add(number)
        }
      }
    }
    assert.equal(seen.size, 47 + 53 + 7)
  }
})

test('"and more" is said on a boxy screen alone when only it holds back', () => {
  const { preparing } = planOf(boardOf(8, 3, 0), 0, false)
  assert.equal(preparing.more, false)
  assert.equal(preparing.boxy.more, true)
})

test('a wall that is not up to date shows a hundred ready numbers within a minute', () => {
  for (const attention of [0, 1, 7]) {
    const { ready } = planOf(boardOf(100, 100, attention), 0, true)
    assert.ok(ready.pages * STALE_TURN_MS <= 60_000, `${ready.pages} pages`)
  }
})

test('"and more" is said when a page or the board itself holds back', () => {
  assert.equal(planOf(boardOf(3, 3, 0), 0, false).ready.more, false)
  assert.equal(planOf(boardOf(3, 40, 0), 0, false).ready.more, true)
  const cut = boardOf(3, 3, 0)
  assert.equal(planOf({ ...cut, counts: { ...cut.counts, preparing: 250 } }, 0, false).preparing.more, true)
})

function boardOf(preparing: number, ready: number, attention: number): Board {
  const since = '2026-01-05T12:00:00.000Z'
  let number = 100
  const entries = (length: number) => Array.from({ length }, () => ({ number: number++, since }))
  return {
    restaurant: 'office',
    asOf: since,
    kitchen: { state: 'open', cooks: 3 },
    preparing: entries(preparing),
    ready: entries(ready),
    attention: entries(attention),
    counts: { preparing, ready, attention },
  }
}
