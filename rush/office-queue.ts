import { z } from 'zod'
import { withRedis } from '#orders/redis.ts'
import { run, script } from '#orders/script.ts'
import { OFFICE } from './tale-restaurants.ts'

export const OF_OFFICE = { slug: OFFICE }

/** `pb` is what BullMQ writes of the worker that took a job: here its process. */
const READ_COOKS = script(`
local cooking = {}
for _, id in ipairs(call('LRANGE', queue .. 'active', 0, -1)) do
  local job = call('HMGET', queue .. id, 'number', 'pb')
  if job[1] and job[2] then cooking[#cooking + 1] = { tonumber(job[1]), tonumber(job[2]) or 0 } end
end
return cooking
`)

const COUNT_UNCOOKED = script(`return call('LLEN', queue .. 'wait') + call('LLEN', queue .. 'active')`)

const Cooking = z.array(z.tuple([z.int().positive(), z.int()]))

/** Which number lies with which process, as the queue has it. Throws `RedisAway`. */
export async function readCooks(): Promise<{ number: number; pid: number }[]> {
  const cooking = Cooking.parse(await withRedis(redis => run(redis, READ_COOKS, OF_OFFICE)))
  return cooking.map(([number, pid]) => ({ number, pid }))
}

/** Orders that were taken, and are neither cooked nor given up. Throws `RedisAway`. */
export async function countUncooked(): Promise<number> {
  return z.int().parse(await withRedis(redis => run(redis, COUNT_UNCOOKED, OF_OFFICE)))
}
