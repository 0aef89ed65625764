import { type Age, ageOf } from './ages.ts'
import type { Pose } from './figure.ts'
import type { Place, Slip } from './places.ts'

/** Half of the way is gone in this time. */
const HALF_WAY_MS = 130
/** Nearer than this is there. */
const THERE = 0.5

export type Figure = {
  customer: number | null
  place: number
  age: Age
  pose: Pose
  /** By now, and when there. */
  height: number
  toHeight: number
  x: number
  y: number
  toX: number
  toY: number
  /** On the way out, and gone when there. */
  isGoing: boolean
  slip: Slip | null
}

/** The people of a lane, who walk from where they were to where they are. */
export class Crowd {
  readonly #figures = new Map<string, Figure>()
  readonly #door: { x: number; y: number }
  readonly #corner: { x: number; y: number }

  /** Beyond the door is the street, at whose end is the corner. */
  constructor(door: { x: number; y: number }, corner: { x: number; y: number }) {
    this.#door = door
    this.#corner = corner
  }

  /** Puts everyone in their places; those who walk come in through the door, and leave through it with their food. Whoever leaves from the street goes round the corner as they are. */
  arrange(places: Place[], walk: boolean): void {
    const present = new Set(places.map(({ key }) => key))
    for (const place of places) this.#put(place, walk)
    for (const [key, figure] of this.#figures) {
      if (present.has(key) || figure.isGoing) continue
      if (!walk) this.#figures.delete(key)
      else this.#sendOff(figure)
    }
  }

  /** Moves everyone on by `elapsedMs`. True while somebody is on the way. */
  step(elapsedMs: number): boolean {
    const left = 0.5 ** (elapsedMs / HALF_WAY_MS)
    let isMoving = false
    for (const [key, figure] of this.#figures) {
      figure.x = figure.toX + (figure.x - figure.toX) * left
      figure.y = figure.toY + (figure.y - figure.toY) * left
      figure.height = figure.toHeight + (figure.height - figure.toHeight) * left
      const away = [figure.x - figure.toX, figure.y - figure.toY, figure.height - figure.toHeight]
      const isThere = away.every(distance => Math.abs(distance) < THERE)
      if (!isThere) isMoving = true
      else if (figure.isGoing) this.#figures.delete(key)
      else Object.assign(figure, { x: figure.toX, y: figure.toY, height: figure.toHeight })
    }
    return isMoving
  }

  /** Those at the back first. */
  inDepth(): Figure[] {
    return [...this.#figures.values()].sort((one, other) => one.y - other.y)
  }

  #sendOff(figure: Figure): void {
    const isOutside = figure.toX > this.#door.x
    const to = isOutside ? this.#corner : this.#door
    const pose = isOutside ? figure.pose : 'fed'
    Object.assign(figure, { isGoing: true, toX: to.x, toY: to.y, pose, customer: null, slip: null })
  }

  #put({ key, place, x, y, height, pose, stoodMs, customer, slip }: Place, walk: boolean): void {
    const known = this.#figures.get(key)
    const age = stoodMs === null ? (known?.age ?? 'young') : ageOf(stoodMs).age
    const from = known ?? { ...this.#door, height }
    const at = walk ? { x: from.x, y: from.y, height: from.height } : { x, y, height }
    this.#figures.set(key, {
      ...at,
      toX: x,
      toY: y,
      place,
      age,
      pose,
      toHeight: height,
      customer,
      slip,
      isGoing: false,
    })
  }
}
