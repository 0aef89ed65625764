import type { OfficeSide, Person } from '#rush/rush.ts'
import type { Pose } from './figure.ts'
import type { Floor } from './floor.ts'

/** What somebody holds up, or what lies on the stove. */
export type Slip = { text: string; kind: 'preparing' | 'ready' | 'lost' | 'you' | 'large' }

/** Where somebody is on the floor. Feet at x, y; `height` is the figure's. */
export type Place = {
  key: string
  /** Whose order one sees by pointing here. */
  customer: number | null
  place: number
  x: number
  y: number
  height: number
  pose: Pose
  /** How long they have stood; null where they sit or have left, and look as they did before. */
  stoodMs: number | null
  slip: Slip | null
}

export type Spot = { x: number; y: number; height: number }

/** A counter or a stove; `y` is its lower edge. */
export type Slab = {
  x: number
  y: number
  width: number
  high: number
  kind: 'counter' | 'stove'
  fires: boolean[]
}

/** The line between those who take orders and those who cook: what waits hangs on it, the next one nearest to the cooks. */
export type Rail = { x: number; y: number; width: number; orders: OfficeSide['queued'] }

/** A slip that nobody holds: it hangs over some people, its lower edge at y, and not farther left than `from`. */
export type Sign = { x: number; y: number; from: number; slip: Slip }

/** A lane as it is to be drawn: people in their places, and the furniture. */
export type Scene = {
  people: Place[]
  staff: Place[]
  signs: Sign[]
  slabs: Slab[]
  chairs: Spot[]
  rail: Rail | null
  floor: Floor
  backdrop: string
  /** Who sits in the coach at the door is waiting for so many portions; null when there is none. */
  coach?: number | null
}

/** How long a customer has stood by now, by name. */
export type Standing = (name: Person) => number

const READER = 3

export function worker(key: string, place: number): Omit<Place, 'x' | 'y' | 'height' | 'pose'> {
  return { key, customer: null, place, stoodMs: 0, slip: null }
}

export function visitor(customer: Person, stood: Standing, where: string): Omit<Place, 'x' | 'y' | 'height'> {
  const common = { stoodMs: stood(customer), pose: 'standing' as const }
  return customer === 'guest'
    ? { ...common, key: `guest-${where}`, customer: null, place: READER, slip: { text: 'You', kind: 'you' } }
    : // Neighbours in line should not wear their coats in turn.
      { ...common, key: `customer-${customer}`, customer, place: customer * 7, slip: null }
}

/** The same scene as others see it: who came besides the customers of the rush is the reader only in the reader's own visit. */
export function seenByOthers(scene: Scene): Scene {
  const people = scene.people.map(person => {
    const { slip } = person
    return slip ? { ...person, slip: { ...slip, text: slip.text.replace(/^You\b/, 'Guest') } } : person
  })
  return { ...scene, people }
}
