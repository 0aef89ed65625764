import { setTimeout as pause } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { readyMs } from './read-order.ts'
import { logNowAndThen } from './redis.ts'
import type { Restaurant } from './restaurant.ts'
import { KEEP_AFTER_THE_WALL_SECONDS, KEEP_ATTENTION_SECONDS } from './retention.ts'
import { run, script } from './script.ts'

const LOOK_EVERY_MS = 60_000
/** So many in one step, in which nobody else is served. */
const MOST_AT_ONCE = 500

const FORGET = script(`
local forgotten = 0
local function forget(state, keepMs, most)
  for _, id in ipairs(call('ZRANGEBYSCORE', queue .. state, '-inf', now - keepMs, 'LIMIT', 0, most)) do
    call('UNLINK', queue .. id)
    call('ZREM', queue .. state, id)
    forgotten = forgotten + 1
  end
end
local most = tonumber(ARGV[3])
forget('completed', ARGV[1], most)
forget('failed', ARGV[2], most - forgotten)
return forgotten
`)

/**
 * Forgets the orders whose time is over, until `signal` aborts. BullMQ does so too (`removeOnComplete`), but only when another
 * order ends in the same way: the last of an evening, and one that needed a person, would be kept until then.
 */
export async function forgetOldOrders(
  redis: Redis,
  restaurant: Restaurant,
  signal: AbortSignal,
): Promise<void> {
  const complain = logNowAndThen(`kitchen ${restaurant.slug}`)
  while (!signal.aborted) {
    const forgotten = await forgetSome(redis, restaurant).catch(complain)
    if (forgotten !== MOST_AT_ONCE) await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined)
  }
}

async function forgetSome(redis: Redis, restaurant: Restaurant): Promise<number> {
  const keepReadyMs = readyMs(restaurant) + KEEP_AFTER_THE_WALL_SECONDS * 1000
  const keepAttentionMs = KEEP_ATTENTION_SECONDS * 1000
  return z.number().parse(await run(redis, FORGET, restaurant, keepReadyMs, keepAttentionMs, MOST_AT_ONCE))
}
