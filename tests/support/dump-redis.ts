import type { Redis } from 'ioredis'

/** All that Redis holds, key by key, but the counts of rates, which forget themselves. */
export async function dumpRedis(redis: Redis): Promise<Map<string, string>> {
  const keys = (await redis.keys('*')).filter(key => !key.startsWith('rates:')).sort()
  const values = await Promise.all(keys.map(key => redis.dumpBuffer(key)))
  return new Map(keys.map((key, index) => [key, values[index]?.toString('base64') ?? '']))
}
