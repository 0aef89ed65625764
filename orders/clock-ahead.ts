import type { Redis } from 'ioredis'

/**
 * How far this machine's clock is ahead of Redis', in ms; negative when it is behind. What falls between question and answer cannot be
 * told apart, and counts as right. Throws when Redis is away.
 */
export async function clockAheadMs(redis: Redis): Promise<number> {
  const askedAt = Date.now()
  const [seconds, microseconds] = await redis.time()
  const redisMs = Number(seconds) * 1000 + Number(microseconds) / 1000
  return Math.max(askedAt - redisMs, 0) + Math.min(Date.now() - redisMs, 0)
}
