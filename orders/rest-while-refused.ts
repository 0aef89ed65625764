import type { Worker } from 'bullmq'

const REST_MS = 1_000

/**
 * A Redis that refuses what a worker asks (it is full, or its disk is; it is a replica, or misses its own …) lets nobody take an order, and
 * a worker asks again thousands of times a second. This listener of its errors lets it rest for a second; what is in hand is cooked on.
 */
export function restWhileRefused(worker: Worker): (error: Error) => void {
  return error => {
    if (error.name !== 'ReplyError' || worker.isPaused() || worker.closing) return
    void worker.pause(true)
    setTimeout(() => void worker.resume(), REST_MS)
  }
}
