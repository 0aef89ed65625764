/**
 * Whether anything moves in a kitchen of so many cooks. It counts the time that it stands still from one look to the next, so that a
 * process that was frozen itself does not take the whole pause for its own standstill.
 *
 * It stands still when orders wait though a cook is free, and none is taken; or when cooks have orders in hand,
 * and none of them is cooking, however long that takes, and nothing gets done.
 */
export class Pulse {
  #cooks: number
  #inHand = 0
  #cooking = 0
  #tookSome = false
  #didSome = false
  #lastLookAt = performance.now()
  #lineStoodMs = 0
  #handsStoodMs = 0

  constructor(cooks: number) {
    this.#cooks = cooks
  }

  get stoodMs(): number {
    return Math.max(this.#lineStoodMs, this.#handsStoodMs)
  }

  /** An order is taken, and off hand when `work` is done. */
  async inHand<T>(work: () => Promise<T>): Promise<T> {
    this.#inHand += 1
    this.#tookSome = true
    try {
      return await work()
    } finally {
      this.#inHand -= 1
      this.#didSome = true
    }
  }

  /** A cook is at it. */
  async cooking<T>(work: () => Promise<T>): Promise<T> {
    this.#cooking += 1
    try {
      return await work()
    } finally {
      this.#cooking -= 1
      this.#didSome = true
    }
  }

  /** `waiting`: orders that somebody should have taken. Looks are to be made every `everyMs`. */
  look(waiting: number, everyMs: number): void {
    const now = performance.now()
    const passedMs = Math.min(now - this.#lastLookAt, 2 * everyMs)
    const lineStands = waiting > 0 && this.#inHand < this.#cooks && !this.#tookSome
    const handsStand = this.#inHand > 0 && this.#cooking === 0 && !this.#didSome && !this.#tookSome
    this.#lineStoodMs = lineStands ? this.#lineStoodMs + passedMs : 0
    this.#handsStoodMs = handsStand ? this.#handsStoodMs + passedMs : 0
    this.#tookSome = false
    this.#didSome = false
    this.#lastLookAt = now
  }

  /** Nobody can move while Redis is away or full: that is not this kitchen's standstill. */
  excuse(): void {
    this.#lineStoodMs = 0
    this.#handsStoodMs = 0
    this.#lastLookAt = performance.now()
  }
}
