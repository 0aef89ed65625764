import type { ApartmentSide, OfficeSide, Person } from '#rush/rush.ts'
import type { Pose } from './figure.ts'

/** Where somebody is on the floor. Feet at x, y; `height` is the figure's. */
export type Place = {
  key: string
  place: number
  x: number
  y: number
  height: number
  pose: Pose
  /** How long they have stood; null where they sit or have left, and look as they did before. */
  stoodMs: number | null
  number: number | null
  isReady: boolean
}

export type Slab = { x: number; y: number; width: number; kind: 'counter' | 'stove'; fires: boolean[] }

/** A lane as it is to be drawn: people in their places, and the furniture. */
export type Scene = { people: Place[]; staff: Place[]; slabs: Slab[]; floor: Floor; backdrop: string }

export type Floor = { width: number; height: number; figure: number; inside: number; wallX: number }

/** How long a customer has stood by now, by name. */
export type Standing = (name: Person) => number

const NARROW_BELOW = 640
const MARGIN = 14
const DRAWN_OUTSIDE = 24
const MOST_ROWS = 4
const STANDING_BREADTH = 0.42
const SITTING_BREADTH = 0.62
const SHORT_LINE = 0.34
const LONG_LINE = 0.56

export function floorOf(width: number): Floor {
  const isNarrow = width < NARROW_BELOW
  const outside = isNarrow ? 62 : 150
  return {
    width,
    height: isNarrow ? 226 : 262,
    figure: isNarrow ? 60 : 92,
    inside: width - outside,
    wallX: Math.round((width - outside) * 0.58),
  }
}

/** Near the apartment: every pair of hands has a till, and whoever is served stands before it until the food is there. */
export function apartmentScene(side: ApartmentSide, floor: Floor, stood: Standing): Scene {
  const till = tills(side.hands.length, MARGIN, floor.inside - 2 * MARGIN, floor)
  const staff = side.hands.map((customer, hand) => ({
    ...person(`hand-${hand}`, hand),
    ...till.at(hand),
    pose: customer === null ? ('clerk' as const) : ('cooking' as const),
  }))
  const served = side.hands.flatMap((customer, hand) =>
    customer === null ? [] : [{ ...guest(customer, stood, `served-${hand}`), ...till.before(hand) }],
  )
  const line = pack(side.line.length, MARGIN, floor.inside - MARGIN, floor, STANDING_BREADTH)
  const standing = side.line.map((customer, index) => ({
    ...guest(customer, stood, `line-${index}`),
    ...spot(line, index),
  }))
  return {
    staff,
    people: [...served, ...standing, ...outside(side.walkedOut, floor)],
    slabs: [
      till.slab(
        'counter',
        side.hands.map(customer => customer !== null),
      ),
    ],
    floor,
    backdrop: '#f8e6c0',
  }
}

/** Near the office: cooks at the back, clerks at the counter, a short line, and chairs for those who have a number. */
export function officeScene(side: OfficeSide, floor: Floor, stood: Standing): Scene {
  const isNarrow = floor.width < NARROW_BELOW
  const span = (isNarrow ? floor.inside : floor.wallX) - 2 * MARGIN
  const all = side.cooks.length + side.clerks.length
  const share = (span * (side.cooks.length + 0.2)) / (all + 0.6)
  const stove = tills(side.cooks.length, MARGIN, share, floor)
  const till = tills(side.clerks.length, MARGIN + stove.width + floor.figure * 0.3, span - share, floor)

  const cooks = side.cooks.flatMap((cook, index) =>
    cook.alive || cook.pid === null
      ? [
          {
            ...person(`cook-${index}`, index + 5),
            ...stove.at(index),
            pose: cook.number === null ? ('cook' as const) : ('cooking' as const),
            number: cook.number,
          },
        ]
      : [],
  )
  const clerks = side.clerks.map((_, index) => ({
    ...person(`clerk-${index}`, index + 2),
    ...till.at(index),
    pose: 'clerk' as const,
  }))
  const served = side.clerks.flatMap((customer, index) =>
    customer === null ? [] : [{ ...guest(customer, stood, `served-${index}`), ...till.before(index) }],
  )

  const standing = [...side.line, ...side.aside]
  // The line is short here as a rule, and the chairs may have its room.
  const perRow = Math.floor((floor.inside * SHORT_LINE - MARGIN) / (floor.figure * STANDING_BREADTH))
  const chairsFrom = floor.inside * (standing.length > 2 * perRow ? LONG_LINE : SHORT_LINE)
  const line = pack(standing.length, MARGIN, chairsFrom, floor, STANDING_BREADTH)
  const chairs = pack(
    Math.max(side.seated.length, 8),
    chairsFrom + MARGIN,
    floor.inside - MARGIN,
    floor,
    SITTING_BREADTH,
  )
  const ready = new Set(side.wall.ready)
  const seated = side.seated.map(({ customer, number }, index) => ({
    ...guest(customer, stood, `seat-${index}`),
    ...spot(chairs, index),
    pose: 'sitting' as const,
    stoodMs: null,
    number,
    isReady: ready.has(number),
  }))
  return {
    staff: [...cooks, ...clerks],
    people: [
      ...served,
      ...standing.map((customer, index) => ({ ...guest(customer, stood, ''), ...spot(line, index) })),
      ...seated,
      ...outside(side.walkedOut, floor),
    ],
    slabs: [
      stove.slab(
        'stove',
        side.cooks.map(({ number }) => number !== null),
      ),
      till.slab(
        'counter',
        side.clerks.map(() => false),
      ),
    ],
    floor,
    backdrop: '#e9e3f6',
  }
}

function person(key: string, place: number): Omit<Place, 'x' | 'y' | 'height' | 'pose'> {
  return { key, place, stoodMs: 0, number: null, isReady: false }
}

function guest(customer: Person, stood: Standing, where: string): Omit<Place, 'x' | 'y' | 'height'> {
  const key = customer === 'guest' ? `guest-${where}` : `customer-${customer}`
  // Neighbours in line should not wear their coats in turn.
  const place = customer === 'guest' ? 3 : customer * 7
  return { ...person(key, place), stoodMs: stood(customer), pose: 'standing' }
}

/** Places along a counter: somebody behind it, and somebody before. */
function tills(count: number, x: number, span: number, { figure }: Floor) {
  const gap = Math.min(figure * 1.05, span / count)
  const height = Math.min(figure, Math.max(34, gap * 1.15))
  const y = figure + 34
  return {
    width: gap * count,
    at: (index: number) => ({ x: x + gap * (index + 0.36), y: y - 20, height }),
    before: (index: number) => ({ x: x + gap * (index + 0.8), y: y + figure * 0.2, height }),
    slab: (kind: Slab['kind'], fires: boolean[]): Slab => ({ x, y, width: gap * count, kind, fires }),
  }
}

type Spots = { x: number; y: number; height: number }[]

/** A line that winds to and fro from the left; where it would need too many rows, people are drawn smaller. */
function pack(count: number, from: number, to: number, { figure, height }: Floor, breadth: number): Spots {
  const width = to - from
  const scale = [1, 0.86, 0.72, 0.6, 0.5, 0.42].find(
    scale => count <= MOST_ROWS * Math.floor(width / (figure * breadth * scale)),
  )
  const size = Math.round(figure * (scale ?? 0.36))
  const step = size * breadth
  const perRow = Math.max(1, Math.floor(width / step))
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / perRow)
    const along = index % perRow
    const winding = row % 2 === 0 ? along : perRow - 1 - along
    return { x: from + step * (winding + 0.5), y: height - 12 - row * size * 0.3, height: size }
  })
}

function spot(spots: Spots, index: number): Spots[number] {
  const found = spots[index]
  if (!found) throw new Error('nobody packed so many')
  return found
}

/** Those who walked out stand at the door, the last of them in front. */
function outside(walkedOut: number[], floor: Floor): Place[] {
  const size = Math.round(floor.figure * 0.72)
  const width = floor.width - floor.inside - MARGIN
  const perRow = Math.max(2, Math.floor(width / (size * 0.42)))
  return walkedOut.slice(-DRAWN_OUTSIDE).map((name, index) => ({
    ...guest(name, () => 0, ''),
    stoodMs: null,
    pose: 'leaving',
    x: floor.inside + MARGIN + size * 0.42 * ((index % perRow) + 0.4),
    y: floor.height - 12 - Math.floor(index / perRow) * size * 0.42,
    height: size,
  }))
}
