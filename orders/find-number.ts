import { z } from 'zod'
import { withRedis } from './redis.ts'
import type { Restaurant } from './restaurant.ts'
import { run, script } from './script.ts'

/** Lua: `findNumber(number)` is the id of the order that has this number now, or false. */
export const FIND_NUMBER = `
local function findNumber(number)
  local id = call('HGET', restaurant .. ':numbers', number)
  return id and call('EXISTS', queue .. id) == 1 and id
end
`

const FIND = script(FIND_NUMBER, 'return findNumber(ARGV[1])')

/** The id of the order that has this number now, or null. Throws `RedisAway`. */
export async function findNumber(restaurant: Restaurant, number: number): Promise<string | null> {
  return z
    .string()
    .nullable()
    .parse(await withRedis(redis => run(redis, FIND, restaurant, number)))
}
