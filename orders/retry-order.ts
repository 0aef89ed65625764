import { z } from 'zod'
import { FIND_NUMBER } from './find-number.ts'
import { Status } from './order.ts'
import { READ_ORDER, readyMs } from './read-order.ts'
import { withRedis } from './redis.ts'
import type { Restaurant } from './restaurant.ts'
import { run, script } from './script.ts'

/**
 * Like BullMQ's own retry, but that forgets when the order was first tried (`processedOn`), by which the cashier knows that
 * it stands at the head out of turn.
 */
const RETRY = script(
  READ_ORDER,
  FIND_NUMBER,
  `
local id = findNumber(ARGV[1])
if not id then return 'unknown' end
if call('ZREM', queue .. 'failed', id) == 0 then return readOrder(id, tonumber(ARGV[2]))[3] end

call('HDEL', queue .. id, 'finishedOn', 'failedReason', 'stacktrace', 'atm', 'stc', 'alone')
call('RPUSH', queue .. 'wait', id)
call('ZADD', queue .. 'marker', 0, '0')
call('XADD', queue .. 'events', 'MAXLEN', '~', 10000, '*', 'event', 'waiting', 'jobId', id, 'prev', 'failed')
return 'retried'
`,
)

const Outcome = z.union([z.enum(['unknown', 'retried']), Status])

/**
 * Puts an order that needs a person back to the head of the line, with its number, its progress and all its tries.
 * One that needs nobody is left as it is, and its status is the outcome. Throws `RedisAway`.
 */
export async function retryOrder(restaurant: Restaurant, number: number): Promise<z.infer<typeof Outcome>> {
  return Outcome.parse(await withRedis(redis => run(redis, RETRY, restaurant, number, readyMs(restaurant))))
}
