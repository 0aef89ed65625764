import { setTimeout as pause } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { KITCHEN_SILENT_MS } from './living-cooks.ts'
import type { Pulse } from './pulse.ts'
import { logNowAndThen, openFailFast, untilReady } from './redis.ts'
import type { Restaurant } from './restaurant.ts'
import { run, script } from './script.ts'

const KITCHEN_SIGN_EVERY_MS = 2_000

/**
 * The sign comes first: Redis refuses it when it is full, and then nobody can take an order.
 * Waiting is what stands in line, and what a cook had in hand of whom nobody heard since: it should be back in line by now.
 */
const SIGN = script(`
if ARGV[2] == 'alive' then call('ZADD', restaurant .. ':kitchens', now, ARGV[1]) end
call('ZREMRANGEBYSCORE', restaurant .. ':kitchens', '-inf', now - ${KITCHEN_SILENT_MS})

local waiting = call('LLEN', queue .. 'wait')
for _, id in ipairs(call('LRANGE', queue .. 'active', 0, -1)) do
  if call('EXISTS', queue .. id .. ':lock') == 0 then waiting = waiting + 1 end
end
return waiting
`)

const LEAVE = script(`call('ZREM', restaurant .. ':kitchens', ARGV[1])`)

type Kitchen = {
  id: string
  restaurant: Restaurant
  pulse: Pulse
  noSignAfterMs: number
  stuckAfterMs: number
}

/**
 * Shows that a kitchen lives, as long as something moves in it or nothing is to be done, until `closing` aborts; then says goodbye, so that
 * nobody waits for its silence. True when it is stuck.
 *
 * It asks on a connection of its own: the worker's may be what is stuck. While Redis is away it waits, and life goes on with it.
 */
export async function live(kitchen: Kitchen, closing: AbortSignal): Promise<boolean> {
  const redis = openFailFast('nugget-kitchen-life')
  const complain = logNowAndThen(`kitchen ${kitchen.restaurant.slug}`)
  const everyMs = Math.min(KITCHEN_SIGN_EVERY_MS, kitchen.stuckAfterMs / 4)
  try {
    while (!closing.aborted) {
      try {
        kitchen.pulse.look(await showLife(redis, kitchen), everyMs)
      } catch (error) {
        kitchen.pulse.excuse()
        if (error instanceof Error) complain(error)
      }
      if (kitchen.pulse.stoodMs >= kitchen.stuckAfterMs) return true
      await pause(everyMs, undefined, { signal: closing }).catch(() => undefined)
    }
    await run(redis, LEAVE, kitchen.restaurant, memberOf(kitchen)).catch(complain)
    return false
  } finally {
    redis.disconnect()
  }
}

/** How many orders somebody should have taken. Throws when Redis is away, or full. */
async function showLife(redis: Redis, kitchen: Kitchen): Promise<number> {
  if (redis.status !== 'ready') await untilReady(redis)
  const life = kitchen.pulse.stoodMs < kitchen.noSignAfterMs ? 'alive' : 'standing still'
  return z.number().parse(await run(redis, SIGN, kitchen.restaurant, memberOf(kitchen), life))
}

function memberOf({ id, restaurant }: Kitchen): string {
  return `${restaurant.cooks} ${id}`
}
