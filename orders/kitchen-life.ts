import { setTimeout as pause } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { clockAheadMs } from './clock-ahead.ts'
import { KITCHEN_SILENT_MS } from './living-cooks.ts'
import type { Pulse } from './pulse.ts'
import { logNowAndThen, openFailFast, untilReady } from './redis.ts'
import type { Restaurant } from './restaurant.ts'
import { run, script } from './script.ts'

const KITCHEN_SIGN_EVERY_MS = 2_000
/** Walls are right again three seconds after Redis is back, and the sign of a kitchen is part of it. */
const TRY_AGAIN_AFTER_MS = 250
const SIGN_WITHIN_MS = 1_500

/** BullMQ writes by the kitchen's clock when an order was ready, and everything else goes by Redis' clock. */
const CLOCKS_MAY_DIFFER_MS = 5_000

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
  /** Called once, when the clocks agree. */
  open: () => void
}

/**
 * Opens a kitchen and shows that it lives, as long as something moves in it or nothing is to be done, until `closing` aborts; then says
 * goodbye, so that nobody waits for its silence. Says what is wrong when it cannot go on as it is.
 *
 * It asks on a connection of its own: the worker's may be what is stuck. While Redis is away it waits, and life goes on with it.
 */
export async function live(kitchen: Kitchen, closing: AbortSignal): Promise<string | undefined> {
  const redis = openFailFast('nugget-kitchen-life', SIGN_WITHIN_MS)
  const complain = logNowAndThen(`kitchen ${kitchen.restaurant.slug}`)
  const everyMs = Math.min(KITCHEN_SIGN_EVERY_MS, kitchen.stuckAfterMs / 4)
  let isOpen = false
  try {
    while (!closing.aborted) {
      let restMs = everyMs
      try {
        const aheadMs = await clockAheadMs(await ready(redis))
        if (Math.abs(aheadMs) > CLOCKS_MAY_DIFFER_MS) return wrongClock(aheadMs)
        if (!isOpen && !closing.aborted) kitchen.open()
        isOpen = true
        kitchen.pulse.look(await showLife(redis, kitchen), everyMs)
      } catch (error) {
        kitchen.pulse.excuse()
        restMs = Math.min(everyMs, TRY_AGAIN_AFTER_MS)
        if (error instanceof Error) complain(error)
      }
      if (kitchen.pulse.stoodMs >= kitchen.stuckAfterMs)
        return `orders wait and nothing has moved for ${kitchen.stuckAfterMs / 1000} s`
      await pause(restMs, undefined, { signal: closing }).catch(() => undefined)
    }
    await run(redis, LEAVE, kitchen.restaurant, memberOf(kitchen)).catch(complain)
    return undefined
  } finally {
    redis.disconnect()
  }
}

async function ready(redis: Redis): Promise<Redis> {
  if (redis.status !== 'ready') await untilReady(redis)
  return redis
}

function wrongClock(aheadMs: number): string {
  const [amount, unit] = Math.abs(aheadMs) < 120_000 ? [aheadMs / 1000, 's'] : [aheadMs / 60_000, 'minutes']
  const side = aheadMs > 0 ? 'ahead of' : 'behind'
  return `the clock of this machine is ${Math.round(Math.abs(amount))} ${unit} ${side} that of Redis: set both by the network (timedatectl set-ntp true)`
}

/** How many orders somebody should have taken. Throws when Redis is away, or full. */
async function showLife(redis: Redis, kitchen: Kitchen): Promise<number> {
  const life = kitchen.pulse.stoodMs < kitchen.noSignAfterMs ? 'alive' : 'standing still'
  return z.number().parse(await run(redis, SIGN, kitchen.restaurant, memberOf(kitchen), life))
}

function memberOf({ id, restaurant }: Kitchen): string {
  return `${restaurant.cooks} ${id}`
}
