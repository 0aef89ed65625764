import { type Job, UnrecoverableError } from 'bullmq'
import type { Redis } from 'ioredis'
import { logNowAndThen } from './redis.ts'
import type { Restaurant } from './restaurant.ts'
import { run, script } from './script.ts'

/** So often a kitchen may die under an order and its company before each of them is cooked alone. */
const KITCHENS_LOST_IN_COMPANY = 3
/** And so often under it alone, before it is left to a person. */
const KITCHENS_LOST_ALONE = 2

/**
 * Whether this order may be what its kitchens died of. All that was on the stove then is suspect alike;
 * which one it was shows when each is cooked alone.
 */
export function isSuspect(job: Job): boolean {
  return job.stalledCounter >= KITCHENS_LOST_IN_COMPANY
}

/** `alone` counts the times that the order was begun alone and, for all that is known, not ended. */
const BEGIN_ALONE = script(`
local job = queue .. ARGV[1]
if (tonumber(call('HGET', job, 'alone')) or 0) >= ${KITCHENS_LOST_ALONE} then return 0 end
call('HINCRBY', job, 'alone', 1)
return 1
`)

const END_ALONE = script(`
local job = queue .. ARGV[1]
if call('HEXISTS', job, 'alone') == 1 then call('HINCRBY', job, 'alone', -1) end
`)

const complain = logNowAndThen('kitchen')

/**
 * Cooks a suspect, on a stove that has nothing else on it. Throws `UnrecoverableError` when that was fatal too often.
 * A time that cannot be written down (Redis is full) is not counted, and costs no order.
 */
export async function cookSuspect(
  { redis, restaurant }: { redis: Redis; restaurant: Restaurant },
  { id = '' }: Pick<Job, 'id'>,
  cook: () => Promise<void>,
): Promise<void> {
  if ((await run(redis, BEGIN_ALONE, restaurant, id).catch(complain)) === 0)
    throw new UnrecoverableError('its kitchen died each time it was cooked')
  try {
    await cook()
  } finally {
    await run(redis, END_ALONE, restaurant, id).catch(complain)
  }
}
