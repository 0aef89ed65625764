import type { Redis } from 'ioredis'
import { z } from 'zod'
import { BOARD_LIST_LIMIT, type Board } from './board.ts'
import { LIVING_COOKS } from './living-cooks.ts'
import type { Order } from './order.ts'
import { parseOrder, READ_ORDER, readyMs } from './read-order.ts'
import type { Restaurant } from './restaurant.ts'
import { KEEP_ATTENTION_SECONDS } from './retention.ts'
import { run, script } from './script.ts'

/**
 * A restaurant at one moment: its board, the orders that were asked for, and the last event the queue had told by then. `version` is that
 * moment by Redis' clock, in microseconds since 1970: of two readings in one millisecond, too, it tells which is the later one.
 */
export type Reading = {
  board: Board
  orders: Map<string, Order | null>
  lastEvent: string
  version: number
}

/**
 * Reads everything in one atomic step, so that no order is on the board twice, or missing,
 * and no ticket says otherwise than the board. Of an order on the board only the number and a time are read.
 */
const READ = script(
  READ_ORDER,
  LIVING_COOKS,
  `
local readyMs, limit, keepMs = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])

local function preparing()
  local ids = call('LRANGE', queue .. 'active', 0, -1)
  for _, source in ipairs({ call('LRANGE', queue .. 'wait', -limit, -1), call('ZRANGE', queue .. 'delayed', 0, limit - 1) }) do
    for _, id in ipairs(source) do ids[#ids + 1] = id end
  end
  local orders = {}
  for _, id in ipairs(ids) do
    local job = call('HMGET', queue .. id, 'number', 'timestamp', 'turn')
    if job[1] then orders[#orders + 1] = { job[1], job[2], tonumber(job[3]) } end
  end
  table.sort(orders, function(a, b) return a[3] < b[3] end)
  local oldest = {}
  for index = 1, math.min(limit, #orders) do oldest[index] = { orders[index][1], orders[index][2] } end
  return oldest, call('LLEN', queue .. 'active') + call('LLEN', queue .. 'wait') + call('ZCARD', queue .. 'delayed')
end

local function ready()
  local since = string.format('(%.0f', now - readyMs)
  local newest = {}
  for _, id in ipairs(call('ZREVRANGEBYSCORE', queue .. 'completed', '+inf', since, 'LIMIT', 0, limit)) do
    local job = call('HMGET', queue .. id, 'number', 'finishedOn')
    if job[1] then newest[#newest + 1] = { job[1], job[2] } end
  end
  return newest, call('ZCOUNT', queue .. 'completed', since, '+inf')
end

local function attention()
  local since = string.format('(%.0f', now - keepMs)
  local oldest = {}
  for _, id in ipairs(call('ZRANGEBYSCORE', queue .. 'failed', since, '+inf', 'LIMIT', 0, limit)) do
    local job = call('HMGET', queue .. id, 'number', 'finishedOn')
    if job[1] then oldest[#oldest + 1] = { job[1], job[2] } end
  end
  return oldest, call('ZCOUNT', queue .. 'failed', since, '+inf')
end

local preparingList, preparingCount = preparing()
local readyList, readyCount = ready()
local attentionList, attentionCount = attention()
local orders = {}
for index = 4, #ARGV do orders[#orders + 1] = readOrder(ARGV[index], readyMs) end
local last = call('XREVRANGE', queue .. 'events', '+', '-', 'COUNT', 1)[1]
return {
  now, time[1] * 1000000 + time[2], livingCooks(), last and last[1] or '0-0',
  preparingCount, readyCount, attentionCount, preparingList, readyList, attentionList, orders
}
`,
)

const Entries = z
  .array(z.tuple([z.coerce.number(), z.coerce.number()]))
  .transform(entries => entries.map(([number, ms]) => ({ number, since: new Date(ms).toISOString() })))

const Reply = z.tuple([
  z.number(),
  z.number(),
  z.number(),
  z.string(),
  z.number(),
  z.number(),
  z.number(),
  Entries,
  Entries,
  Entries,
  z.array(z.unknown()),
])

export async function readRestaurant(
  redis: Redis,
  restaurant: Restaurant,
  ids: string[] = [],
): Promise<Reading> {
  const answer = await run(
    redis,
    READ,
    restaurant,
    readyMs(restaurant),
    BOARD_LIST_LIMIT,
    KEEP_ATTENTION_SECONDS * 1000,
    ...ids,
  )
  const [
    now,
    version,
    cooks,
    lastEvent,
    preparing,
    ready,
    attention,
    preparingList,
    readyList,
    attentionList,
    orders,
  ] = Reply.parse(answer)
  return {
    board: {
      restaurant: restaurant.slug,
      asOf: new Date(now).toISOString(),
      kitchen: { state: cooks > 0 ? 'open' : 'stopped', cooks },
      preparing: preparingList,
      ready: readyList,
      attention: attentionList,
      counts: { preparing, ready, attention },
    },
    orders: new Map(
      ids.map((id, index) => [id, orders[index] ? parseOrder(restaurant, orders[index]) : null]),
    ),
    lastEvent,
    version,
  }
}
