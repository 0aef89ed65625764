import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apartmentScene } from '#app/tale/apartment-scene.ts'
import { FIGURE, hairOf } from '#app/tale/figure.ts'
import { floorOf } from '#app/tale/floor.ts'
import { whoeverOrdersForMany, withLargeOrder } from '#app/tale/large-order.ts'
import { officeScene } from '#app/tale/office-scene.ts'
import { PAPER, paperAt, papersOn } from '#app/tale/papers.ts'
import { type Scene, seenByOthers } from '#app/tale/places.ts'
import { Usher } from '#app/tale/usher.ts'
import { settingsOf } from '#rush/settings.ts'
import { playOnPaper } from '#tests/support/play-on-paper.ts'

const CROWDED = settingsOf({
  seed: 7,
  preset: 'overload',
  minutes: 20,
  perMinute: 25,
  patienceMinutes: null,
})
const crowd = playOnPaper(CROWDED, 15 * 60_000).sides
const stood = () => 0

function scenes(width: number): Scene[] {
  return [
    apartmentScene(crowd.apartment, floorOf(width, 'apartment'), stood, new Usher()),
    officeScene(crowd.office, floorOf(width, 'office'), stood, new Usher()),
  ]
}

test('two hundred people have room on a desk and on a phone, and each is somewhere else', () => {
  for (const width of [1110, 326]) {
    const both = scenes(width)
    assert.ok(both.reduce((sum, { people }) => sum + people.length, 0) > 200)
    for (const { people, floor } of both) {
      for (const { x, y } of people) {
        assert.ok(x > 0 && x < floor.width, `x ${x} of ${floor.width}`)
        assert.ok(y > 0 && y < floor.height, `y ${y} of ${floor.height}`)
      }
      assert.equal(new Set(people.map(({ x, y }) => `${x} ${y}`)).size, people.length)
      assert.equal(new Set(people.map(({ key }) => key)).size, people.length)
    }
  }
})

test('a cook who walked out is not there, but the number is', () => {
  const gone = { alive: false, pid: 7, customer: 1, number: 12 }
  const { staff, slabs } = officeScene(
    { ...crowd.office, cooks: [gone] },
    floorOf(1110, 'office'),
    stood,
    new Usher(),
  )
  assert.deepEqual(staff[0]?.slip, { text: '12', kind: 'lost' })
  assert.equal(staff[0]?.pose, 'nobody')
  assert.deepEqual(slabs[0]?.fires, [false])
})

test('a guest is the reader in the reader’s own visit, and a guest to everybody else', () => {
  const floor = floorOf(1110, 'office')
  const { wall } = crowd.office
  const guests = { line: ['guest' as const], seated: [{ customer: 'guest' as const, number: 7 }], wall }
  const scene = officeScene({ ...crowd.office, aside: [], ...guests }, floor, stood, new Usher())
  const held = ({ people }: Scene) => people.flatMap(({ slip }) => slip?.text ?? []).sort()
  assert.deepEqual(held(scene), ['You', 'You, 7'])
  assert.deepEqual(held(seenByOthers(scene)), ['Guest', 'Guest, 7'])
})

test('whoever is asked to come back later stands on the street, not in line', () => {
  const floor = floorOf(1110, 'office')
  const { people } = officeScene(
    {
      ...crowd.office,
      line: [501],
      aside: [502, 503],
      walkedOut: [{ customer: 504, arrivedMs: 0, atMs: 0 }],
    },
    floor,
    stood,
    new Usher(),
  )
  const placeOf = (name: number) => people.find(({ key }) => key === `customer-${name}`)
  assert.ok((placeOf(501)?.x ?? floor.width) < floor.inside)
  for (const name of [502, 503, 504]) assert.ok((placeOf(name)?.x ?? 0) > floor.inside)
  assert.deepEqual(
    [502, 503, 504].map(name => placeOf(name)?.pose),
    ['standing', 'standing', 'leaving'],
  )
})

const [portions, name] = [40, 502]
const customer = { name, arrivesAtMs: 0, items: [], portions, cookMs: 0, takeMs: 0, patienceMs: null }
const large = whoeverOrdersForMany([customer])

test('whoever ordered for many says so: in line, with a number on a chair, and on the counter where it is cooked', () => {
  const slipOf = (side: Parameters<typeof officeScene>[0]) =>
    withLargeOrder(officeScene(side, floorOf(1110, 'office'), stood, new Usher()), large).people.find(
      ({ key }) => key === `customer-${name}`,
    )?.slip?.text
  assert.equal(slipOf({ ...crowd.office, line: [501, name] }), '40×')
  const seated = [{ customer: name, number: 7 }]
  assert.equal(slipOf({ ...crowd.office, line: [], seated }), '7: 40×')

  const { people, staff } = withLargeOrder(
    apartmentScene(
      { ...crowd.apartment, line: [], hands: [name] },
      floorOf(1110, 'apartment'),
      stood,
      new Usher(),
    ),
    large,
  )
  assert.equal(people.find(({ key }) => key === `customer-${name}`)?.slip, null)
  assert.equal(staff[0]?.slip?.text, '40×')
})

test('where there is room a line of seven stands in one row, and what one of them holds up lies over no neighbour', () => {
  const line = [1, 2, name, 4, 5, 6, 7]
  const { people, floor } = withLargeOrder(
    apartmentScene(
      { ...crowd.apartment, walkedOut: [], hands: [501], line },
      floorOf(736, 'apartment', true),
      stood,
      new Usher(),
    ),
    large,
  )
  const [first, second, third] = line.map(one => people.find(({ key }) => key === `customer-${one}`))
  assert.equal(third?.slip?.text, '40 portions')
  const [pitch, heads, slip] = [(second?.x ?? 0) - (first?.x ?? 0), floor.figure * 0.12, 122]
  assert.ok(pitch - heads > slip / 2, `${pitch} apart`)
  assert.equal(new Set(people.filter(({ customer }) => customer !== 501).map(({ y }) => y)).size, 1)
})

test('what somebody holds up is just above their hair, whether they are short or tall, stand or sit', () => {
  const over = (place: number, pose: 'standing' | 'sitting') =>
    Math.round(FIGURE.height * hairOf({ place, age: 'young', pose }))
  // The shortest are 88 and the tallest 110 high, with some hair; who sits is a little lower.
  assert.deepEqual([over(3, 'standing'), over(5, 'standing')], [94, 116])
  assert.deepEqual([over(3, 'sitting'), over(5, 'sitting')], [86, 108])
})

test('of two papers on the line, one behind the other, the one before is pointed at', () => {
  const orders = Array.from({ length: 20 }, (_, index) => ({ customer: 100 + index, number: index + 1 }))
  const rail = { x: 14, y: 12, width: 200, orders: [...orders, { customer: 'guest' as const, number: 21 }] }
  assert.equal(paperAt(rail, 20, 20), 100)
  assert.equal(paperAt(rail, 14 + 36 + 5, 20), 101)
  const [third, fourth] = papersOn(rail).slice(3)
  assert.ok((fourth?.left ?? 0) - (third?.left ?? 0) < PAPER.width)
  assert.equal(paperAt(rail, (fourth?.left ?? 0) + 1, 20), third?.order.customer)
  assert.equal(paperAt(rail, 20, 80), null)
  assert.equal(paperAt(rail, 213, 20), null)
})
