import { goneWithinMs } from '#orders/close-restaurant.ts'

/** How much longer than it gives itself. */
const GRACE_MS = 10_000

/** How long a web server that was told to stop may take: one that is killed sooner cuts off whom it still serves. */
export function webDeadlineMs(drainSeconds: number): number {
  return goneWithinMs(drainSeconds) + GRACE_MS
}
