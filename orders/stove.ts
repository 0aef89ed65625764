type Place = { alone: boolean; begin: () => void }

/**
 * The stove of one kitchen: orders are cooked side by side, and one that must have no company is cooked alone.
 * Who came first goes first, so nobody waits for ever.
 */
export class Stove {
  #cooking = 0
  #isAlone = false
  #waiting: Place[] = []

  /** Runs `cook` once there is a place. Throws `signal.reason` when that aborts before. */
  async use<T>(
    { alone, signal }: { alone: boolean; signal?: AbortSignal | undefined },
    cook: () => Promise<T>,
  ): Promise<T> {
    await this.#getPlace(alone, signal)
    try {
      return await cook()
    } finally {
      this.#cooking -= 1
      this.#admit()
    }
  }

  async #getPlace(alone: boolean, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const place: Place = { alone, begin: resolve }
    const leave = () => {
      this.#waiting = this.#waiting.filter(other => other !== place)
      reject(signal?.reason)
      this.#admit()
    }
    this.#waiting.push(place)
    signal?.addEventListener('abort', leave, { once: true })
    this.#admit()
    await promise.finally(() => signal?.removeEventListener('abort', leave))
  }

  #admit(): void {
    for (let next = this.#waiting[0]; next && this.#hasPlaceFor(next); next = this.#waiting[0]) {
      this.#waiting.shift()
      this.#cooking += 1
      this.#isAlone = next.alone
      next.begin()
    }
  }

  #hasPlaceFor({ alone }: Place): boolean {
    return this.#cooking === 0 || !(alone || this.#isAlone)
  }
}
