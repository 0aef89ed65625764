import { withRedis } from './redis.ts'
import { keyOf } from './script.ts'

/** No new orders until `resumeIntake`; those that were placed go on. Throws `RedisAway`. */
export async function pauseIntake(restaurant: { slug: string }): Promise<void> {
  await withRedis(redis => redis.hset(bookOf(restaurant), 'paused', 'yes'))
}

export async function resumeIntake(restaurant: { slug: string }): Promise<void> {
  await withRedis(redis => redis.hdel(bookOf(restaurant), 'paused'))
}

function bookOf(restaurant: { slug: string }): string {
  return `${keyOf(restaurant)}:book`
}
