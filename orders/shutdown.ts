import { onePerProcess } from './one-per-process.ts'

/** Whether this process is going, and who wants to know. */
class Shutdown {
  /** It was told to go, and says so to whoever asks whether it is ready; it still serves as ever. */
  announced = false
  /** Nobody new is let in, and nobody is kept waiting. */
  started = false
  #listeners = new Set<() => void>()

  /** Calls `listener` once, when the shutdown starts; returns how to unsubscribe. */
  onStart(listener: () => void): () => void {
    if (this.started) listener()
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  start(): void {
    this.started = true
    for (const listener of [...this.#listeners]) listener()
  }
}

export const shuttingDown = onePerProcess('shutdown', () => new Shutdown())
