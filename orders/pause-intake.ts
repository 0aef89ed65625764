import { withRedis } from './redis.ts'
import type { Restaurant } from './restaurant.ts'
import { keyOf } from './script.ts'

/** No new orders until `resumeIntake`; those that were placed go on. Throws `RedisAway`. */
export async function pauseIntake(restaurant: Restaurant): Promise<void> {
  await withRedis(redis => redis.hset(bookOf(restaurant), 'paused', 'yes'))
}

export async function resumeIntake(restaurant: Restaurant): Promise<void> {
  await withRedis(redis => redis.hdel(bookOf(restaurant), 'paused'))
}

function bookOf(restaurant: Restaurant): string {
  return `${keyOf(restaurant)}:book`
}
