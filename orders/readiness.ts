import { withRedis } from './redis.ts'
import { RedisAway } from './refusals.ts'
import { shuttingDown } from './shutdown.ts'

/** Why this process should get no customers now, in words; empty when it should. */
export async function reasonsNotReady(): Promise<string[]> {
  if (shuttingDown.started) return ['The server is shutting down.']
  try {
    return reasonsNotToTrust(await withRedis(redis => redis.info()))
  } catch (error) {
    if (error instanceof RedisAway)
      return ['Redis cannot be reached: check that it runs and that REDIS_URL names it.']
    throw error
  }
}

/** A Redis that may throw orders away, or forget them with a restart, is none to put an order into. */
function reasonsNotToTrust(info: string): string[] {
  const reasons = []
  if (!/^maxmemory_policy:noeviction\s*$/m.test(info)) {
    reasons.push('Redis may throw orders away when it is full: set maxmemory-policy noeviction.')
  }
  if (!/^aof_enabled:1\s*$/m.test(info)) {
    reasons.push('Redis forgets orders when it restarts: set appendonly yes.')
  }
  return reasons
}
