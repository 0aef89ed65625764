import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'bullmq'
import { cookOrder, type Room } from './cook-order.ts'
import { KITCHEN_SIGN_EVERY_MS, sayGoodbye, showLife } from './kitchen-life.ts'
import { logNowAndThen, openPatient } from './redis.ts'
import type { Restaurant } from './restaurant.ts'
import { KEEP_AFTER_THE_WALL_SECONDS, KEEP_ATTENTION_SECONDS } from './retention.ts'
import { keyOf, QUEUE_NAME } from './script.ts'
import { Stove } from './stove.ts'

export type Habits = {
  /** A dead kitchen's order is free when its lock has run out, and found at the next look. */
  lockMs: number
  lookForStalledEveryMs: number
}

/** A dead kitchen's orders are taken up again after 11 s at most. */
export const HABITS: Habits = { lockMs: 8_000, lookForStalledEveryMs: 3_000 }

/** The last resort, should a kitchen die so early that it cannot find out of which order: see `suspect.ts`. */
const MOST_KITCHENS_LOST = 25

/** Cooks get this long to finish what they have in hand when the kitchen closes; then it goes back in line. */
const FINISH_WITHIN_MS = 8_000

export type Kitchen = { close: () => Promise<void> }

/** Opens a kitchen of `restaurant.cooks` cooks, who take orders until it is closed. */
export function openKitchen(restaurant: Restaurant, habits: Habits = HABITS): Kitchen {
  const id = randomUUID()
  const connection = openPatient('nugget-kitchen')
  const closing = new AbortController()

  const room: Room = { restaurant, redis: connection, stove: new Stove() }
  const worker = new Worker(QUEUE_NAME, (job, token, signal) => cookOrder(room, job, token, signal), {
    connection,
    prefix: keyOf(restaurant),
    concurrency: restaurant.cooks,
    lockDuration: habits.lockMs,
    stalledInterval: habits.lookForStalledEveryMs,
    maxStalledCount: MOST_KITCHENS_LOST,
    removeOnComplete: { age: restaurant.readyMinutes * 60 + KEEP_AFTER_THE_WALL_SECONDS },
    removeOnFail: { age: KEEP_ATTENTION_SECONDS },
  })
  worker.on('error', logNowAndThen(`kitchen ${restaurant.slug}`))
  worker.on('failed', async (job, error) => {
    // By its number: the id opens the customer's ticket.
    const number = await connection
      .hget(`${keyOf(restaurant)}:${QUEUE_NAME}:${job?.id}`, 'number')
      .catch(() => 'unknown')
    console.error(`kitchen ${restaurant.slug}: order ${number}: ${error.message}`)
  })

  const life = live(closing.signal, () => showLife(connection, restaurant, id))

  async function close(): Promise<void> {
    closing.abort()
    const callAway = setTimeout(() => worker.cancelAllJobs('the kitchen closes'), FINISH_WITHIN_MS)
    await life
    await sayGoodbye(connection, restaurant, id)
    await worker.close()
    clearTimeout(callAway)
    connection.disconnect()
  }

  let closed: Promise<void> | undefined
  return {
    close() {
      closed ??= close()
      return closed
    },
  }
}

/** Shows life until `signal` aborts. While Redis is away the sign waits, and life goes on with it. */
async function live(signal: AbortSignal, showLife: () => Promise<void>): Promise<void> {
  const complain = logNowAndThen('kitchen')
  while (!signal.aborted) {
    await showLife().catch(complain)
    await pause(KITCHEN_SIGN_EVERY_MS, undefined, { signal }).catch(() => undefined)
  }
}
