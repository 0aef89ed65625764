import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Crowd } from '#app/tale/crowd.ts'
import { floorOf } from '#app/tale/floor.ts'
import { officeScene } from '#app/tale/office-scene.ts'
import type { Place } from '#app/tale/places.ts'
import { LABEL, officeLabels } from '#app/tale/switcheroo/label-places.ts'
import { Usher } from '#app/tale/usher.ts'
import { settingsOf } from '#rush/settings.ts'
import { playOnPaper } from '#tests/support/play-on-paper.ts'

const [DOOR, CORNER] = [100, 200]
const FRAME_MS = 16

const somebody: Place = {
  key: 'customer-1',
  customer: 1,
  place: 1,
  x: 40,
  y: 90,
  height: 60,
  pose: 'standing',
  stoodMs: 0,
  slip: null,
}

function crowdOf(...places: Place[]): Crowd {
  const crowd = new Crowd({ x: DOOR, y: 90 }, { x: CORNER, y: 90 })
  crowd.arrange(places, false)
  return crowd
}

/** Everybody at each frame until nobody walks. */
function walk(crowd: Crowd) {
  const seen = []
  while (crowd.step(FRAME_MS)) seen.push(crowd.inDepth().map(one => ({ ...one })))
  return seen
}

test('whoever comes in from the street grows on the way, and is as tall as the others when there', () => {
  const crowd = crowdOf({ ...somebody, x: 150, height: 30 })
  crowd.arrange([somebody], true)
  const heights = walk(crowd).map(([one]) => one?.height ?? 0)
  assert.ok(heights.length > 10)
  assert.ok((heights[0] ?? 0) > 30 && (heights[0] ?? 0) < 35)
  assert.deepEqual(
    heights,
    heights.toSorted((one, other) => one - other),
  )
  assert.equal(crowd.inDepth()[0]?.height, 60)
})

test('whoever was served leaves through the door with the food; whoever stands outside goes round the corner as they are', () => {
  const last = (place: Place) => {
    const crowd = crowdOf(place)
    crowd.arrange([], true)
    const one = walk(crowd).at(-1)?.[0]
    assert.deepEqual(crowd.inDepth(), [])
    return { pose: one?.pose, x: Math.round(one?.x ?? 0) }
  }
  assert.deepEqual(last(somebody), { pose: 'fed', x: DOOR - 1 })
  assert.deepEqual(last({ ...somebody, x: 150, pose: 'leaving' }), { pose: 'leaving', x: CORNER - 1 })
})

for (const [screen, width] of Object.entries({ desk: 1152, phone: 358 }))
  test(`on the street of a ${screen} at most eight of a group are drawn, the groups apart, and no sign or label on anybody`, () => {
    const { office } = playOnPaper(settingsOf({ seed: 42, preset: 'overload' }), 60_000).sides
    const floor = floorOf(width, 'office')
    const names = (from: number, many: number) => Array.from({ length: many }, (_, index) => from + index)
    const now = {
      ...office,
      aside: names(500, 13),
      walkedOut: names(600, 24).map(customer => ({ customer, arrivedMs: 0, atMs: 0 })),
    }
    const { people, signs } = officeScene(now, floor, () => 0, new Usher())
    const later = people.filter(({ customer }) => customer !== null && customer >= 500 && customer < 600)
    const gone = people.filter(({ pose }) => pose === 'leaving')
    assert.deepEqual([later.length, gone.length], [8, 8])
    assert.deepEqual(
      signs.map(({ slip }) => slip.text),
      ['later +5', '+16'],
    )

    const all = { later: boxOf(later), gone: boxOf(gone) }
    assert.ok(all.later.right < all.gone.left || all.later.bottom < all.gone.top, 'the groups are apart')
    const [, label] = officeLabels(office, floor)[0] ?? []
    for (const { y } of signs) {
      assert.ok(y - 20 > (label?.top ?? 0) + LABEL, 'the sign is beneath the label')
      for (const one of [...later, ...gone])
        assert.ok(y <= one.y - one.height * 0.85 || y - 20 > one.y, `${one.key} is behind the sign`)
    }
  })

function boxOf(people: Place[]) {
  return {
    left: Math.min(...people.map(({ x, height }) => x - height * 0.17)),
    right: Math.max(...people.map(({ x, height }) => x + height * 0.17)),
    top: Math.min(...people.map(({ y, height }) => y - height * 0.88)),
    bottom: Math.max(...people.map(({ y }) => y)),
  }
}
