import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { apartmentScene } from '#app/tale/apartment-scene.ts'
import { floorOf } from '#app/tale/floor.ts'
import { officeScene } from '#app/tale/office-scene.ts'
import type { Place } from '#app/tale/places.ts'
import { officeLabels } from '#app/tale/switcheroo/label-places.ts'
import { Usher } from '#app/tale/usher.ts'
import { ENDED, type Rush, type Side } from '#rush/rush.ts'
import { type RushRequest, settingsOf } from '#rush/settings.ts'
import { playOnPaper } from '#tests/support/play-on-paper.ts'

const DESK = 1152
const PHONE = 326
const EVERY_MS = 1_000
/** The label of the cashier, in the words that take most room. */
const CASHIER = { desk: 254, phone: 22, high: 26 }
/** Of two figures and the edge of their slip, in the smallest letters there are. */
const SLIP = { width: 18, height: 15 }
const stood = () => 0

/** The whole rush as somebody sees it who looks on from the beginning. */
function* moments(request: RushRequest): Generator<Rush> {
  const settings = settingsOf(request)
  for (let storyMs = 0; ; storyMs += EVERY_MS) {
    const rush = playOnPaper(settings, storyMs)
    yield rush
    if (ENDED.includes(rush.state)) return
  }
}

const RUSHES: RushRequest[] = [
  { preset: 'lunch', seed: 42 },
  { preset: 'coach', seed: 42 },
  { preset: 'overload', seed: 42 },
  { preset: 'overload', seed: 7 },
]

for (const [screen, width] of Object.entries({ desk: DESK, phone: PHONE })) {
  describe(`on a ${screen}`, () => {
    for (const request of RUSHES)
      test(`nobody who sits is moved in a whole ${request.preset} rush of seed ${request.seed}, and nobody grows again who shrank`, () => {
        const usher = new Usher()
        const chairOf = new Map<string, string>()
        let smallest = Number.POSITIVE_INFINITY
        for (const { sides } of moments(request)) {
          const { people } = officeScene(sides.office, floorOf(width, 'office'), stood, usher)
          const sitting = people.filter(({ pose }) => pose === 'sitting')
          for (const { key, x, y, height } of sitting) {
            assert.equal(chairOf.get(key) ?? `${x} ${y}`, `${x} ${y}`, `${key} had another chair`)
            chairOf.set(key, `${x} ${y}`)
            assert.ok(height <= smallest, `${key} is ${height} px high, somebody before was ${smallest}`)
          }
          smallest = Math.min(smallest, ...sitting.map(({ height }) => height))
          assert.equal(new Set(sitting.map(({ x, y }) => `${x} ${y}`)).size, sitting.length)
        }
      })

    test('nobody who stands grows again who shrank, in a whole overload', () => {
      const [near, far] = [new Usher(), new Usher()]
      const heights: Record<Side, number[]> = { apartment: [], office: [] }
      for (const { sides } of moments({ preset: 'overload', seed: 7, perMinute: 30 })) {
        const apartment = apartmentScene(sides.apartment, floorOf(width, 'apartment'), stood, near)
        const office = officeScene(sides.office, floorOf(width, 'office'), stood, far)
        heights.apartment.push(...inLine(apartment.people, sides.apartment.line))
        heights.office.push(...inLine(office.people, sides.office.line))
      }
      for (const seen of Object.values(heights)) {
        assert.ok(seen.length > 0)
        assert.deepEqual(
          seen,
          seen.toSorted((one, other) => other - one),
        )
      }
    })
  })
}

test('a whole lunch rush sits at full size on a desk', () => {
  const floor = floorOf(DESK, 'office')
  const usher = new Usher()
  for (const { sides } of moments({ preset: 'lunch', seed: 42 }))
    for (const { pose, height } of officeScene(sides.office, floor, stood, usher).people)
      if (pose === 'sitting') assert.equal(height, floor.figure)
})

test('thirty who sit hold up numbers on a phone that do not lie on each other, and so do sixty on a desk', () => {
  for (const [width, many] of [
    [PHONE, 30],
    [DESK, 60],
  ] as const) {
    const people = seat(many, width)
    assert.ok(people.every(({ slip }) => slip))
    for (const one of people)
      for (const other of people) {
        const isBeside = Math.abs(one.x - other.x) >= SLIP.width || Math.abs(one.y - other.y) >= SLIP.height
        assert.ok(one === other || isBeside, `${one.key} hides the number of ${other.key}`)
      }
  }
})

test('where there is no room for all numbers, those are shown that are ready', () => {
  const shown = seat(50, PHONE, [49, 50]).flatMap(({ slip }) => (slip ? [Number(slip.text)] : []))
  assert.deepEqual(shown.slice(-3), [30, 49, 50])
})

test('the label of the cashier lies on nobody who is served, stands or sits', () => {
  for (const width of [DESK, PHONE])
    for (const request of RUSHES) {
      const usher = new Usher()
      const floor = floorOf(width, 'office')
      for (const { sides } of moments(request)) {
        const [, at] = officeLabels(sides.office, floor).find(([part]) => part === 'cashier') ?? []
        const left = at?.left ?? 0
        const top = at?.top ?? 0
        const right = left + (width === PHONE ? CASHIER.phone : CASHIER.desk)
        for (const { key, x, y, height } of officeScene(sides.office, floor, stood, usher).people) {
          const isBeside = x + height * 0.17 < left || x - height * 0.17 > right
          assert.ok(
            isBeside || y < top || y - height * 0.83 > top + CASHIER.high,
            `${key} stands behind the label`,
          )
        }
      }
    }
})

function seat(many: number, width: number, ready: number[] = []): Place[] {
  const office = playOnPaper(settingsOf({ preset: 'lunch', seed: 1 }), 0).sides.office
  const seated = Array.from({ length: many }, (_, index) => ({
    customer: index + 1,
    number: index + 1,
    orderId: '',
  }))
  const now = { ...office, seated, wall: { ...office.wall, ready } }
  return officeScene(now, floorOf(width, 'office'), stood, new Usher()).people
}

function inLine(people: Place[], line: Rush['sides']['office']['line']): number[] {
  const standing = new Set(line.map(customer => `customer-${customer}`))
  return people.flatMap(({ key, height }) => (standing.has(key) ? [height] : []))
}
