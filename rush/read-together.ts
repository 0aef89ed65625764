import { setTimeout as pause } from 'node:timers/promises'

/** So many things in one reading, in which nobody else is served. */
const MOST_AT_ONCE = 100
/** It rests this many times as long as it read, but no longer than a second: so it has a fifth of Redis at most, however many ask. */
const REST_PER_READING = 4
const LONGEST_REST_MS = 1000

/** Reads together what many ask for at the same time, each thing once. */
export class ReadTogether<T> {
  readonly #read: (names: string[]) => Promise<Map<string, T>>
  readonly #asked = new Map<string, PromiseWithResolvers<T | null>>()
  #isReading = false

  constructor(read: (names: string[]) => Promise<Map<string, T>>) {
    this.#read = read
  }

  /** As it is after this was asked for; null when a reading does not find it. Throws what the reading throws. */
  ask(name: string): Promise<T | null> {
    const asked = this.#asked.get(name) ?? Promise.withResolvers<T | null>()
    this.#asked.set(name, asked)
    if (!this.#isReading) void this.#readAll()
    return asked.promise
  }

  async #readAll(): Promise<void> {
    this.#isReading = true
    while (this.#asked.size > 0) {
      const together = [...this.#asked].slice(0, MOST_AT_ONCE)
      for (const [name] of together) this.#asked.delete(name)
      const startedAt = performance.now()
      try {
        const found = await this.#read(together.map(([name]) => name))
        for (const [name, { resolve }] of together) resolve(found.get(name) ?? null)
      } catch (error) {
        for (const [, { reject }] of together) reject(error)
      }
      await pause(Math.min(REST_PER_READING * (performance.now() - startedAt), LONGEST_REST_MS))
    }
    this.#isReading = false
  }
}
