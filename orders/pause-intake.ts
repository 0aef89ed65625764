import { withRedis } from './redis.ts'
import type { Restaurant } from './restaurant.ts'
import { keyOf } from './script.ts'

/** No new orders until `resumeIntake`; those that were placed go on. Throws `RedisAway`. */
export async function pauseIntake(restaurant: Restaurant): Promise<void> {
  await withRedis(redis => redis.set(pausedKey(restaurant), 'yes'))
}

export async function resumeIntake(restaurant: Restaurant): Promise<void> {
  await withRedis(redis => redis.del(pausedKey(restaurant)))
}

function pausedKey(restaurant: Restaurant): string {
  return `${keyOf(restaurant)}:paused`
}
