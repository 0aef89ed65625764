import { setTimeout as sleep } from 'node:timers/promises'

/** Tells the story's time, which runs `speed` times as fast as ours, and waits in it. */
export class StoryClock {
  readonly startedAt = new Date()
  readonly #startedAt = performance.now()
  readonly #speed: number

  constructor(speed: number) {
    this.#speed = speed
  }

  /** Milliseconds of story since it began. */
  now(): number {
    return (performance.now() - this.#startedAt) * this.#speed
  }

  /** The story's time at `date`, a moment of this machine's clock. */
  at(date: Date): number {
    return (date.getTime() - this.startedAt.getTime()) * this.#speed
  }

  /** Our milliseconds in the story's. */
  inStory(realMs: number): number {
    return realMs * this.#speed
  }

  pause(storyMs: number, signal?: AbortSignal): Promise<void> {
    return sleep(Math.max(0, storyMs) / this.#speed, undefined, { signal })
  }

  until(storyMs: number, signal?: AbortSignal): Promise<void> {
    return this.pause(storyMs - this.now(), signal)
  }
}
