import type { Clock, WalkedOut } from './clocks.ts'
import type { Rush, RushState, Side } from './rush.ts'
import type { StoryClock } from './story-clock.ts'

/** While a rush goes on it is written ten times a second, so it tells only of the last; in the end, once, of all. */
const LAST_EVENTS = 40

/** Writes up a rush while it goes on. */
export class Chronicle {
  readonly rush: Rush
  readonly #clock: StoryClock
  #events: Rush['events'] = []

  constructor(rush: Rush, clock: StoryClock) {
    this.rush = rush
    this.#clock = clock
  }

  begin(): void {
    this.rush.state = 'running'
    this.rush.startedAt = this.#clock.startedAt.toISOString()
    this.say('both', 'Both restaurants open.')
  }

  end(state: RushState, words: string): void {
    this.rush.state = state
    this.say('both', words)
    this.rush.events = this.#events
    this.keepTime()
  }

  keepTime(): void {
    this.rush.storyMs = Math.round(this.#clock.now())
  }

  /** Returns when that was, in the story's time. */
  say(side: Side | 'both', words: string): number {
    const atMs = Math.round(this.#clock.now())
    this.#events.push({ seq: this.#events.length + 1, atMs, side, words })
    this.rush.events = this.#events.slice(-LAST_EVENTS)
    return atMs
  }

  serve(side: Side, { customer, arrivedMs, counterMs, foodMs }: Clock): void {
    this.rush.sides[side].served += 1
    this.rush.clocks[side].push({
      customer,
      arrivedMs: Math.round(arrivedMs),
      counterMs: Math.round(counterMs),
      foodMs: Math.round(foodMs),
    })
  }

  walkOut(side: Side, { customer, arrivedMs }: Pick<WalkedOut, 'customer' | 'arrivedMs'>, why: string): void {
    const atMs = this.say(side, `Customer ${customer} ${why} and walks out.`)
    this.rush.sides[side].walkedOut.push({ customer, arrivedMs: Math.round(arrivedMs), atMs })
  }
}
