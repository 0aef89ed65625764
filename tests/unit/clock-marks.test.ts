import assert from 'node:assert/strict'
import { test } from 'node:test'
import { short } from '#app/tale/duration.ts'
import { MARKS, placeMarks, type Tag } from '#app/tale/place-marks.ts'

const SCREENS = { phone: { width: 326, isNarrow: true }, desk: { width: 780, isNarrow: false } }
const LONGEST_MS = 2_400_000

/** From where to where the words of a mark stand. */
const wordsOf = ({ at, long, isLeft }: Tag) => (isLeft ? [at - long, at] : [at, at + long])

for (const [screen, { width, isNarrow }] of Object.entries(SCREENS)) {
  test(`on a ${screen} the words of a mark stay in the picture, and none lies on the other mark`, () => {
    for (let end = 60_000; end <= LONGEST_MS; end *= 2) {
      const x = (ms: number) => 18 + (ms / end) * (width - 48)
      for (let p50 = 0; p50 <= end; p50 += end / 60) {
        for (let p95 = p50; p95 <= end; p95 += end / 60) {
          const tags = placeMarks({ times: [], p50, p95 }, MARKS, x, width, isNarrow)
          const [inner, outer] = tags.toSorted((one, other) => other.row - one.row)
          assert.ok(inner && outer && inner.row !== outer.row)
          for (const tag of tags) {
            const [from = 0, to = 0] = wordsOf(tag)
            assert.ok(from >= 0 && to <= width, `${tag.words} from ${from} to ${to}`)
          }
          const [from = 0, to = 0] = wordsOf(inner)
          const isOn = from < outer.at && outer.at < to
          assert.ok(!isOn, `${inner.words} lies on ${outer.words}: ${p50}, ${p95} of ${end}`)
        }
      }
    }
  })
}

test('one mark alone has the outermost row, and none is where nobody is', () => {
  const x = (ms: number) => ms / 1000
  const [only, ...others] = placeMarks({ times: [], p50: 1000, p95: 2000 }, ['p95'], x, 700, false)
  assert.deepEqual([only?.mark, only?.row, others], ['p95', 0, []])
  assert.deepEqual(placeMarks({ times: [], p50: null, p95: null }, MARKS, x, 700, false), [])
})

test('where there is little room a time is short', () => {
  assert.deepEqual([0, 45_000, 60_000, 75_000, 605_000].map(short), [
    '0\u00a0s',
    '45\u00a0s',
    '1\u00a0min',
    '1:15',
    '10:05',
  ])
})
