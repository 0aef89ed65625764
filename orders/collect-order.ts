import { z } from 'zod'
import { lookOut } from './lookout.ts'
import type { Order } from './order.ts'
import { isOrderId, parseOrder, READ_ORDER, readyMs } from './read-order.ts'
import { withRedis } from './redis.ts'
import { StillPreparing } from './refusals.ts'
import type { Restaurant } from './restaurant.ts'
import { KEEP_COLLECTED_SECONDS } from './retention.ts'
import { run, script } from './script.ts'
import { NUMBER_HELD_MS } from './take-number.ts'

/**
 * What was handed over is out of the queue, wherever it lay, and Redis itself forgets it after a while: so the completed jobs are
 * those that wait to be collected, and the board is read from them alone. The event makes every lookout read the board.
 */
const COLLECT = script(
  READ_ORDER,
  `
local id, readyMs = ARGV[1], tonumber(ARGV[2])
local order = readOrder(id, readyMs)
if not order then return { 'unknown' } end

local number, status = order[2], order[3]
if status == 'collected' then return { 'again', order } end
if status == 'preparing' then return { 'preparing' } end

local job = queue .. id
local stamp = string.format('%.0f', now)
call('ZREM', queue .. (status == 'attention' and 'failed' or 'completed'), id)
if status == 'attention' then call('HDEL', job, 'finishedOn') end -- it was never ready
call('HSET', job, 'collectedAt', stamp)
call('EXPIRE', job, ${KEEP_COLLECTED_SECONDS})
call('HSET', restaurant .. ':numbers', number, 'until ' .. string.format('%.0f', now + ${NUMBER_HELD_MS}))
call('XADD', queue .. 'events', 'MAXLEN', '~', 10000, '*', 'event', 'collected', 'jobId', id)
return { 'collected', readOrder(id, readyMs) }
`,
)

const Reply = z.union([
  z.tuple([z.enum(['collected', 'again']), z.unknown()]),
  z.tuple([z.enum(['unknown', 'preparing'])]),
])

/**
 * The customer has it. Again: the same. Null when the restaurant knows no such order;
 * throws `StillPreparing`, `RedisAway`.
 */
export async function collectOrder(restaurant: Restaurant, id: string): Promise<Order | null> {
  if (!isOrderId(id)) return null
  const reply = Reply.parse(
    await withRedis(redis => run(redis, COLLECT, restaurant, id, readyMs(restaurant))),
  )
  switch (reply[0]) {
    case 'collected':
      lookOut(restaurant).expectChange()
      return parseOrder(restaurant, reply[1])
    case 'again':
      return parseOrder(restaurant, reply[1])
    case 'unknown':
      return null
    case 'preparing':
      throw new StillPreparing('the order is still being prepared')
  }
}
