import { setTimeout as pause } from 'node:timers/promises'

const LOOK_AGAIN_MS = 25

/** Waits for `condition` to hold, and returns what it found. Throws what it last saw when that takes too long. */
export async function until<T>(
  what: string,
  condition: () => Promise<T | undefined | false | null> | T | undefined | false | null,
  withinMs = 20_000,
): Promise<T> {
  const deadline = performance.now() + withinMs
  let last: unknown
  while (performance.now() < deadline) {
    try {
      const found = await condition()
      if (found) return found
      last = found
    } catch (error) {
      last = error
    }
    await pause(LOOK_AGAIN_MS)
  }
  throw new Error(`still not ${what} after ${withinMs} ms: ${last}`)
}
