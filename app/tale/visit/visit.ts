import { ENDED, type Rush } from '#rush/rush.ts'
import { APARTMENT, OFFICE } from '#rush/tale-restaurants.ts'
import type { Side } from '../three-clocks.ts'
import { fetchFood, orderHere, untilReady, untilSaid } from './order-here.ts'
import { COME_IN_BEHIND } from './stories.ts'

/** When a rush is over, what was cooked last is on its way for so long. */
const LAST_PLATES_MS = 2_000

/** Where the reader is. Times are the story's, from the moment of coming in. */
export type You =
  | { at: 'door' }
  | { at: 'line' }
  /** The order is said; the number is on its way. */
  | { at: 'till' }
  | { at: 'chair'; number: number; stoodMs: number }
  | { at: 'fed'; number: number | null; stoodMs: number; foodMs: number }
  | { at: 'gone'; stoodMs: number }

/** The reader among the customers of a rush: orders for real on each of `sides`, once a few others are in. */
export class Visit {
  readonly sides: readonly Side[]
  #you: Record<Side, You> = { apartment: { at: 'door' }, office: { at: 'door' } }
  #cameInAt: number | undefined
  #speed = 1
  #closing: ReturnType<typeof setTimeout> | undefined
  readonly #leaving = { apartment: new AbortController(), office: new AbortController() }
  readonly #tell: (you: Record<Side, You>) => void

  constructor(sides: readonly Side[], tell: (you: Record<Side, You>) => void) {
    this.sides = sides
    this.#tell = tell
  }

  /** How long it has been since the reader came in, in the story's time. */
  get sinceMs(): number {
    return this.#cameInAt === undefined ? 0 : (performance.now() - this.#cameInAt) * this.#speed
  }

  /** The rush as it stands: says when it is time to come in. */
  see(rush: Rush): void {
    if (ENDED.includes(rush.state)) this.#closing ??= setTimeout(() => this.#goHome(), LAST_PLATES_MS)
    if (rush.state !== 'running') return
    const { arrived, expected } = rush.customers
    if (this.#cameInAt === undefined && arrived >= Math.min(COME_IN_BEHIND, expected)) this.#comeIn(rush)
  }

  /** Out of every line: closes the connection, and nobody cooks for one who has not had a turn. Whoever sits stays. */
  walkOut(): void {
    for (const side of this.sides) if (this.#you[side].at === 'line') this.#leave(side)
  }

  /** Nobody cooks any more: whoever has no food yet goes without. */
  #goHome(): void {
    for (const side of this.sides) if (this.#you[side].at !== 'fed') this.#leave(side)
  }

  #leave(side: Side): void {
    const you = this.#you[side]
    if (you.at === 'gone') return
    this.#leaving[side].abort()
    this.#stand(side, { at: 'gone', stoodMs: you.at === 'chair' ? you.stoodMs : this.sinceMs })
  }

  #comeIn({ id, settings }: Rush): void {
    this.#cameInAt = performance.now()
    this.#speed = settings.speed
    for (const side of this.sides) this.#stand(side, { at: 'line' })
    if (this.sides.includes('apartment')) void this.#orderNearApartment()
    if (this.sides.includes('office')) void this.#orderNearOffice(id)
  }

  async #orderNearApartment(): Promise<void> {
    await orderHere(APARTMENT, this.#leaving.apartment.signal).then(
      () => {
        const stoodMs = this.sinceMs
        this.#stand('apartment', { at: 'fed', number: null, stoodMs, foodMs: stoodMs })
      },
      () => undefined, // left the line
    )
  }

  async #orderNearOffice(rushId: string): Promise<void> {
    const { signal } = this.#leaving.office
    try {
      await untilSaid(rushId, signal)
      this.#stand('office', { at: 'till' })
      const placed = await orderHere(OFFICE, signal)
      const stoodMs = this.sinceMs
      this.#stand('office', { at: 'chair', number: placed.number, stoodMs })
      await untilReady(OFFICE, placed, signal)
      this.#stand('office', { at: 'fed', number: placed.number, stoodMs, foodMs: this.sinceMs })
      await fetchFood(OFFICE, placed, signal)
    } catch {
      // Left, and has said so.
    }
  }

  #stand(side: Side, you: You): void {
    this.#you = { ...this.#you, [side]: you }
    this.#tell(this.#you)
  }
}
