import { z } from 'zod'
import { readyMs } from './read-order.ts'
import { withRedis } from './redis.ts'
import type { Restaurant } from './restaurant.ts'
import { run, script } from './script.ts'

/** Of each state at most this many are listed; `counts` hold the truth. */
const LIST_LIMIT = 100

/** All that nobody has collected: first what needs a person, then what is cooked, what waits, and what may be fetched. */
const LIST = script(`
local readyMs, limit = tonumber(ARGV[1]), tonumber(ARGV[2])
local since = string.format('(%.0f', now - readyMs)

local function inTurn(key)
  local ids = call('LRANGE', key, -limit, -1)
  local first = {}
  for index = #ids, 1, -1 do first[#first + 1] = ids[index] end
  return first
end

local orders = {}
local function list(ids, state, sinceField)
  for _, id in ipairs(ids) do
    local job = call('HMGET', queue .. id, 'number', sinceField, 'atm', 'stc', 'failedReason')
    -- The try that it came of is no failure.
    local failures = (tonumber(job[3]) or 0) - (state == 'ready' and 1 or 0)
    if job[1] then orders[#orders + 1] = { job[1], state, job[2], failures, job[4] or 0, job[5] or '' } end
  end
end

list(call('ZRANGE', queue .. 'failed', 0, limit - 1), 'attention', 'finishedOn')
list(inTurn(queue .. 'active'), 'cooking', 'processedOn')
list(inTurn(queue .. 'wait'), 'queued', 'timestamp')
list(call('ZRANGEBYSCORE', queue .. 'completed', since, '+inf', 'LIMIT', 0, limit), 'ready', 'finishedOn')
return {
  call('ZCARD', queue .. 'failed') + call('LLEN', queue .. 'active') + call('LLEN', queue .. 'wait')
    + call('ZCOUNT', queue .. 'completed', since, '+inf'),
  orders
}
`)

const Listed = z
  .tuple([
    z.coerce.number(),
    z.enum(['attention', 'cooking', 'queued', 'ready']),
    z.coerce.number(),
    z.coerce.number(),
    z.coerce.number(),
    z.string(),
  ])
  .transform(([number, state, since, failures, kitchensLost, why]) => ({
    number,
    state,
    since: new Date(since),
    failures,
    kitchensLost,
    why,
  }))
export type Listed = z.infer<typeof Listed>

const Reply = z.tuple([z.number(), z.array(Listed)])

/** What is in the queue, for staff, and how many that is in all. Throws `RedisAway`. */
export async function listOrders(restaurant: Restaurant): Promise<{ orders: Listed[]; total: number }> {
  const [total, orders] = Reply.parse(
    await withRedis(redis => run(redis, LIST, restaurant, readyMs(restaurant), LIST_LIMIT)),
  )
  return { orders, total }
}
