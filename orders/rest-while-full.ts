import type { Worker } from 'bullmq'

const REST_MS = 1_000

/**
 * A Redis that is full lets nobody take an order, and a worker asks again thousands of times a second.
 * This listener of its errors lets it rest for a second; what is in hand is cooked on.
 */
export function restWhileFull(worker: Worker): (error: Error) => void {
  return error => {
    if (!/\bOOM\b/.test(error.message) || worker.isPaused() || worker.closing) return
    void worker.pause(true)
    setTimeout(() => void worker.resume(), REST_MS)
  }
}
