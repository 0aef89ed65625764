import { NUMBER_HELD_MS } from './take-number.ts'

/**
 * The numbers that a counter prints on receipts, by the rule of those on a wall: 1, 2, 3 … `upTo` and over again, past those
 * that were given within the last half hour; when all of them were, on past the top.
 */
export class ReceiptNumbers {
  #upTo: number
  #last = 0
  /** When each comes free, the earliest first: the food goes out with its number, and nobody gives it back sooner. */
  #heldUntil = new Map<number, number>()

  constructor(upTo: number) {
    this.#upTo = upTo
  }

  take(now = Date.now()): number {
    this.#letGo(now)
    const number = this.#next()
    this.#heldUntil.set(number, now + NUMBER_HELD_MS)
    return number
  }

  #letGo(now: number): void {
    for (const [number, until] of this.#heldUntil) {
      if (until > now) return
      this.#heldUntil.delete(number)
    }
  }

  #next(): number {
    for (let step = 0; step < this.#upTo; step++) {
      const number = ((this.#last + step) % this.#upTo) + 1
      if (!this.#heldUntil.has(number)) {
        this.#last = number
        return number
      }
    }
    let pastTheTop = this.#upTo + 1
    while (this.#heldUntil.has(pastTheTop)) pastTheTop += 1
    return pastTheTop
  }
}
