import type { Clock, WalkedOut } from './clocks.ts'
import type { Rush, RushState, Side } from './rush.ts'
import type { StoryClock } from './story-clock.ts'

const MOST_EVENTS = 40

/** Writes up a rush while it goes on. */
export class Chronicle {
  readonly rush: Rush
  readonly #clock: StoryClock
  #seq = 0

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
    this.keepTime()
  }

  keepTime(): void {
    this.rush.storyMs = Math.round(this.#clock.now())
  }

  /** Returns when that was, in the story's time. */
  say(side: Side | 'both', words: string): number {
    const atMs = Math.round(this.#clock.now())
    this.#seq += 1
    this.rush.events.push({ seq: this.#seq, atMs, side, words })
    if (this.rush.events.length > MOST_EVENTS) this.rush.events.shift()
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
