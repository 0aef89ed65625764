import type { Redis } from 'ioredis'

/** All that Redis holds, key by key, but the counts of rates, which forget themselves. */
export async function dumpRedis(redis: Redis): Promise<Map<string, string>> {
  const keys = (await redis.keys('*')).filter(key => !key.startsWith('rates:')).sort()
  const values = await Promise.all(keys.map(key => dumpKey(redis, key)))
  return new Map(keys.map((key, index) => [key, values[index] ?? '']))
}

/** The keys that came, went or hold something else since. */
export function changedKeys(before: Map<string, string>, now: Map<string, string>): string[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter(key => before.get(key) !== now.get(key))
}

/** Redis moves the fields of a hash about while it grows the table they are in, so they are put in order first. */
async function dumpKey(redis: Redis, key: string): Promise<string> {
  const [type, dump] = await Promise.all([redis.type(key), redis.dumpBuffer(key)])
  if (type !== 'hash') return dump?.toString('base64') ?? ''
  return JSON.stringify(Object.entries(await redis.hgetall(key)).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
