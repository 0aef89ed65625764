import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'

type Script = { lua: string; sha: string }

/**
 * A Lua script that runs in one atomic step on all that belongs to one restaurant.
 * KEYS[1] is the restaurant's hash tag; every other key is made from it, so a script stays within one slot.
 */
export function script(...lua: string[]): Script {
  const whole = [PRELUDE, ...lua].join('\n')
  return { lua: whole, sha: createHash('sha1').update(whole).digest('hex') }
}

/** The answer of the script, unparsed. */
export async function run(
  redis: Redis,
  { lua, sha }: Script,
  restaurant: { slug: string },
  ...args: (string | number)[]
): Promise<unknown> {
  const key = keyOf(restaurant)
  try {
    return await redis.evalsha(sha, 1, key, ...args)
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('NOSCRIPT'))
      return await redis.eval(lua, 1, key, ...args)
    throw error
  }
}

/** Braces: a Redis Cluster spreads restaurants, and keeps each of them together. */
export function keyOf({ slug }: { slug: string }): string {
  return `{${slug}}`
}

/** BullMQ puts its keys below `{office}:orders:`; what a job cannot hold stands beside them. */
export const QUEUE_NAME = 'orders'

const PRELUDE = `
local restaurant = KEYS[1]
local queue = restaurant .. ':${QUEUE_NAME}:'
local call = redis.call

local time = call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`
