import { TAKE_MEAN_MS } from '#rush/customers.ts'
import type { Rush } from '#rush/rush.ts'
import { APARTMENT, OFFICE } from '#rush/tale-restaurants.ts'
import type { Side } from '../three-clocks.ts'
import { fetchFood, orderHere, untilReady } from './order-here.ts'
import { pause } from './pause.ts'
import { COME_IN_BEHIND } from './stories.ts'

/** Where the reader is. Times are the story's, from the moment of coming in. */
export type You =
  | { at: 'door' }
  | { at: 'line' }
  | { at: 'chair'; number: number; stoodMs: number }
  | { at: 'fed'; number: number | null; stoodMs: number; foodMs: number }
  | { at: 'gone'; stoodMs: number }

/** The reader among the customers of a rush: orders for real on each of `sides`, once a few others are in. */
export class Visit {
  readonly sides: readonly Side[]
  #you: Record<Side, You> = { apartment: { at: 'door' }, office: { at: 'door' } }
  #cameInAt: number | undefined
  #speed = 1
  #ahead: number[] = []
  #isSaying = false
  readonly #leaving = new AbortController()
  readonly #tell: (you: Record<Side, You>) => void

  constructor(sides: readonly Side[], tell: (you: Record<Side, You>) => void) {
    this.sides = sides
    this.#tell = tell
  }

  /** How long it has been since the reader came in, in the story's time. */
  get sinceMs(): number {
    return this.#cameInAt === undefined ? 0 : (performance.now() - this.#cameInAt) * this.#speed
  }

  /** The rush as it stands: says when it is time to come in, and whose turn it is. */
  see(rush: Rush): void {
    if (rush.state !== 'running') return
    const { arrived, expected } = rush.customers
    if (this.#cameInAt === undefined && arrived >= Math.min(COME_IN_BEHIND, expected)) this.#comeIn(rush)

    const { line, clerks } = rush.sides.office
    const isMyTurn = !this.#ahead.some(name => line.includes(name) || clerks.includes(name))
    if (this.#you.office.at === 'line' && !this.#isSaying && isMyTurn) void this.#orderNearOffice()
  }

  /** Whether `customer` stood before the reader. */
  isAhead(customer: number): boolean {
    return this.#ahead.includes(customer)
  }

  /** Closes the connections: out of the line, and nobody cooks for one who has not had a turn. */
  leave(): void {
    const stoodMs = this.sinceMs
    this.#leaving.abort()
    for (const side of this.sides)
      if (this.#you[side].at === 'line' || this.#you[side].at === 'door')
        this.#stand(side, { at: 'gone', stoodMs })
  }

  #comeIn({ settings, sides: { office } }: Rush): void {
    this.#cameInAt = performance.now()
    this.#speed = settings.speed
    this.#ahead = [...office.clerks.filter(customer => customer !== null), ...office.line]
    for (const side of this.sides) this.#stand(side, { at: 'line' })
    void this.#orderNearApartment()
  }

  async #orderNearApartment(): Promise<void> {
    await orderHere(APARTMENT, this.#leaving.signal).then(
      () => {
        const stoodMs = this.sinceMs
        this.#stand('apartment', { at: 'fed', number: null, stoodMs, foodMs: stoodMs })
      },
      () => undefined, // left the line
    )
  }

  async #orderNearOffice(): Promise<void> {
    const { signal } = this.#leaving
    this.#isSaying = true
    try {
      await pause(TAKE_MEAN_MS / this.#speed, signal)
      const placed = await orderHere(OFFICE, signal)
      const stoodMs = this.sinceMs
      this.#stand('office', { at: 'chair', number: placed.number, stoodMs })
      await untilReady(OFFICE, placed, signal)
      this.#stand('office', { at: 'fed', number: placed.number, stoodMs, foodMs: this.sinceMs })
      await fetchFood(OFFICE, placed, signal)
    } catch {
      // Left, and `leave` has said so.
    }
  }

  #stand(side: Side, you: You): void {
    this.#you = { ...this.#you, [side]: you }
    this.#tell(this.#you)
  }
}
