import { withRedis } from './redis.ts'
import { RedisAway } from './refusals.ts'
import { shuttingDown } from './shutdown.ts'

/** `LPOS`, by which an order finds its place in line, came with it. */
const OLDEST_REDIS = '6.0.6'

/** Why this process should get no customers now, in words; empty when it should. */
export async function reasonsNotReady(): Promise<string[]> {
  if (shuttingDown.announced) return ['The server is shutting down.']
  try {
    return reasonsNotToTrust(await withRedis(redis => redis.info()))
  } catch (error) {
    if (error instanceof RedisAway)
      return ['Redis cannot be reached: check that it runs and that REDIS_URL names it.']
    throw error
  }
}

/**
 * A Redis that may throw orders away, forget them with a restart or not know our commands is none to put an order into.
 *
 * @param info what it answers to `INFO`
 */
export function reasonsNotToTrust(info: string): string[] {
  const reasons = []
  const version = /^redis_version:([\d.]+)/m.exec(info)?.[1]
  if (version && isOlder(version, OLDEST_REDIS)) {
    reasons.push(`Redis ${version} is too old: Nugget needs ${OLDEST_REDIS} or later.`)
  }
  if (!/^maxmemory_policy:noeviction\s*$/m.test(info)) {
    reasons.push('Redis may throw orders away when it is full: set maxmemory-policy noeviction.')
  }
  if (!/^aof_enabled:1\s*$/m.test(info)) {
    reasons.push('Redis forgets orders when it restarts: set appendonly yes.')
  }
  return reasons
}

function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0
}
