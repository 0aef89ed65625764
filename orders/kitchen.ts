import { randomUUID } from 'node:crypto'
import { Worker } from 'bullmq'
import { cookOrder, type Room } from './cook-order.ts'
import { forgetOldOrders } from './forget-orders.ts'
import { live } from './kitchen-life.ts'
import { Pulse } from './pulse.ts'
import { logNowAndThen, openPatient } from './redis.ts'
import { restWhileRefused } from './rest-while-refused.ts'
import type { Restaurant } from './restaurant.ts'
import { KEEP_AFTER_THE_WALL_SECONDS, KEEP_ATTENTION_SECONDS } from './retention.ts'
import { keyOf, QUEUE_NAME } from './script.ts'
import { Stove } from './stove.ts'

export type Habits = {
  /** A dead kitchen's order is free when its lock has run out, and found at the next look. */
  lockMs: number
  lookForStalledEveryMs: number
  /** A kitchen in which nothing moves for so long, though orders wait, gives no sign of life any more; then it counts as stopped. */
  noSignAfterMs: number
  /** And when that lasts so long, it is stuck. */
  stuckAfterMs: number
}

/**
 * A dead kitchen's orders are taken up again after 12 s at most: a look comes every two seconds, but BullMQ skips one
 * that comes within two seconds of another kitchen's.
 */
export const HABITS: Habits = {
  lockMs: 8_000,
  lookForStalledEveryMs: 2_000,
  noSignAfterMs: 10_000,
  stuckAfterMs: 60_000,
}

/**
 * Cooks wait to be told of a new order, and look by themselves after so long: after a full Redis nobody tells them of those that wait
 * already.
 */
const LOOK_FOR_ORDERS_EVERY_SECONDS = 1

/** The last resort, should a kitchen die so early that it cannot find out of which order: see `suspect.ts`. */
const MOST_KITCHENS_LOST = 25

/** Cooks get this long to finish what they have in hand when the kitchen closes; then it goes back in line. */
const FINISH_WITHIN_MS = 8_000

export type Kitchen = {
  /** Takes nothing new, finishes or hands back what is in hand. While Redis is away that takes until it is back. */
  close: () => Promise<void>
  /** Resolves with what is wrong when it cannot go on as it is: nothing moves, though orders wait, or its clock is wrong. */
  stuck: Promise<string>
}

/** Opens a kitchen of `restaurant.cooks` cooks, who take orders until it is closed. */
export function openKitchen(restaurant: Restaurant, habits: Habits = HABITS): Kitchen {
  const name = `kitchen ${restaurant.slug}`
  const connection = openPatient('nugget-kitchen')
  const pulse = new Pulse(restaurant.cooks)
  const room: Room = { restaurant, redis: connection, stove: new Stove(), pulse }

  const worker = new Worker(QUEUE_NAME, (job, token, signal) => cookOrder(room, job, token, signal), {
    connection,
    autorun: false,
    drainDelay: LOOK_FOR_ORDERS_EVERY_SECONDS,
    prefix: keyOf(restaurant),
    concurrency: restaurant.cooks,
    name: String(process.pid), // each order's `pb`: which process has it, or had it last
    lockDuration: habits.lockMs,
    stalledInterval: habits.lookForStalledEveryMs,
    maxStalledCount: MOST_KITCHENS_LOST,
    removeOnComplete: { age: restaurant.readyMinutes * 60 + KEEP_AFTER_THE_WALL_SECONDS },
    removeOnFail: { age: KEEP_ATTENTION_SECONDS },
  })
  worker.on('error', logNowAndThen(name))
  worker.on('error', restWhileRefused(worker))
  worker.on('failed', async (job, error) => {
    // By its number: the id opens the customer's ticket.
    const number = await connection
      .hget(`${keyOf(restaurant)}:${QUEUE_NAME}:${job?.id}`, 'number')
      .catch(() => 'unknown')
    console.error(`${name}: order ${number}: ${error.message}`)
  })

  const closing = new AbortController()
  const open = () => void worker.run().catch(logNowAndThen(name))
  const life = live({ id: randomUUID(), restaurant, pulse, open, ...habits }, closing.signal)
  const stuck = life.then(what => (what ? `${name}: ${what}` : new Promise<never>(() => {})))
  void forgetOldOrders(connection, restaurant, closing.signal)

  async function close(): Promise<void> {
    closing.abort()
    const callAway = setTimeout(() => worker.cancelAllJobs('the kitchen closes'), FINISH_WITHIN_MS)
    await Promise.all([worker.close(), life])
    clearTimeout(callAway)
    connection.disconnect()
  }

  let closed: Promise<void> | undefined
  return {
    close() {
      closed ??= close()
      return closed
    },
    stuck,
  }
}
