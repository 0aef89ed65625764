import type { Redis } from 'ioredis'
import { withRedis } from '#orders/redis.ts'
import { keyOf, run, script } from '#orders/script.ts'
import { KEEP_SECONDS } from './rushes.ts'
import { TALE } from './tale.ts'
import { OFFICE } from './tale-restaurants.ts'

/** Whoever was a guest may look at the order and fetch it for so long after the rush. */
const KEEP_OFFICE_SECONDS = 3600
/** Keys that are looked at in one step, in which nobody else is served. */
const IN_ONE_STEP = 1000
/** It takes many steps. */
const WITHIN_MS = 10_000

/** Keys that expire sooner are left as they are. */
const EXPIRE = script(`
local seconds = tonumber(ARGV[1])
for index = 2, #ARGV do
  local left = call('TTL', ARGV[index])
  if left == -1 or left > seconds then call('EXPIRE', ARGV[index], seconds) end
end
`)

/** Throws away whatever the last rush left at the office, so that numbers begin with 1. No kitchen may be open. Throws `RedisAway`. */
export async function clearOffice(): Promise<void> {
  await withRedis(async redis => {
    for await (const keys of keysOf(redis, OFFICE)) await redis.unlink(...keys)
  }, WITHIN_MS)
}

/** After a rush: nothing that belongs to the tale stays for ever. Throws `RedisAway`. */
export async function tidyUp(): Promise<void> {
  await withRedis(async redis => {
    for (const [slug, seconds] of [
      [OFFICE, KEEP_OFFICE_SECONDS],
      [TALE.slug, KEEP_SECONDS],
    ] as const) {
      for await (const keys of keysOf(redis, slug)) await run(redis, EXPIRE, { slug }, seconds, ...keys)
    }
  }, WITHIN_MS)
}

/** All that lies under the hash tag of `slug`, some at a time. */
async function* keysOf(redis: Redis, slug: string): AsyncGenerator<string[]> {
  for await (const keys of redis.scanStream({ match: `${keyOf({ slug })}:*`, count: IN_ONE_STEP })) {
    if (keys.length > 0) yield keys
  }
}
