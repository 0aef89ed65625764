import { setTimeout as pause } from 'node:timers/promises'
import { type Job, UnrecoverableError, WaitingError } from 'bullmq'
import type { Redis } from 'ioredis'
import { dropsPortion } from './drops-portion.ts'
import { environment } from './environment.ts'
import type { Pulse } from './pulse.ts'
import { JobData, Progress } from './read-order.ts'
import { logNowAndThen } from './redis.ts'
import type { Restaurant } from './restaurant.ts'
import type { Stove } from './stove.ts'
import { cookSuspect, isSuspect } from './suspect.ts'
import { writeProgress } from './write-progress.ts'

/** What the cook needs to clean up after a first failure, at the kitchen's speed 1; after each further one twice as long. */
const CLEAN_UP_MS = 1000

const complain = logNowAndThen('kitchen')

/** What the cooks of a kitchen share. */
export type Room = { restaurant: Restaurant; redis: Redis; stove: Stove; pulse: Pulse }

/**
 * Cooks the portions of an order one after the other. Each that is done is written down,
 * so that a cook who takes the order up again goes on from there. The last one is not:
 * that the order is ready says it.
 *
 * When `signal` aborts, the order goes back to the head of the line, for the next cook.
 * When a portion fails, it goes there too, after a pause in this cook's hands, until it was tried as often as it may be.
 */
export function cookOrder(room: Room, job: Job, token?: string, signal?: AbortSignal): Promise<void> {
  const alone = isSuspect(job)
  const cook = () => cookPortions(room, job, token, signal)
  return room.pulse.inHand(async () => {
    try {
      await room.stove.use({ alone, signal }, () => (alone ? cookSuspect(room, job, cook) : cook()))
    } catch (error) {
      if (signal?.aborted) {
        await job.moveToWait(token)
        throw new WaitingError()
      }
      if (!(error instanceof UnrecoverableError)) await cleanUp(room, job, signal)
      throw error
    }
  })
}

async function cookPortions(room: Room, job: Job, token?: string, signal?: AbortSignal): Promise<void> {
  const portions = JobData.parse(job.data).items.flatMap(({ quantity, ...item }) =>
    Array.from({ length: quantity }, () => item),
  )

  const { done } = Progress.parse(job.progress)
  for (const [index, { name, cookSeconds, failureRate, dropsFirst = 0 }] of portions.entries()) {
    if (index < done) continue
    await work(room, cookSeconds * 1000, signal)
    const drops = job.attemptsMade < dropsFirst || dropsPortion(failureRate, job.id, job.attemptsMade, index)
    if (drops) throw new Error(`${name} was dropped`)
    if (index < portions.length - 1)
      await writeDown(room, job, token, { done: index + 1, total: portions.length })
  }
}

/** What takes a cook `ms` at the kitchen's speed 1. Throws when the cook is called away. */
async function work({ pulse }: Room, ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted()
  if (ms > 0) await pulse.cooking(() => pause(ms / environment().kitchenSpeed, undefined, { signal }))
}

/**
 * A portion that cannot be written down (Redis is full) is cooked all the same; at worst it is cooked again.
 * A cook who learns here that the order is in other hands puts it down: throws.
 */
async function writeDown(
  { redis, restaurant }: Room,
  { id = '' }: Job,
  token = '',
  progress: { done: number; total: number },
): Promise<void> {
  const isOurs = await writeProgress(redis, restaurant, { id, token }, progress).catch(error => {
    complain(error)
    return true
  })
  if (!isOurs) throw new UnrecoverableError('the order is in other hands')
}

/**
 * The pause before the next try. BullMQ's own (`backoff`) ends at the back of the line, so it would cost the customer the place;
 * here the order stays in hand, and then goes to the head. Who is called away leaves it there at once.
 */
async function cleanUp(room: Room, job: Job, signal?: AbortSignal): Promise<void> {
  job.opts.lifo = true
  const triesLeft = (job.opts.attempts ?? 1) - job.attemptsMade - 1
  if (triesLeft > 0) await work(room, CLEAN_UP_MS * 2 ** job.attemptsMade, signal).catch(() => undefined)
}
