import { withRedis } from './redis.ts'
import { RedisAway } from './refusals.ts'
import { allRestaurants } from './restaurants.ts'
import { shuttingDown } from './shutdown.ts'
import { warnOfSilence } from './silent-kitchens.ts'

/** `LPOS`, by which an order finds its place in line, came with it. */
const OLDEST_REDIS = '6.0.6'

type Readiness = {
  /** Why this process should get no customers now, in words; empty when it should. */
  reasons: string[]
  /** What somebody should see to, though customers may come; left out where nobody can know. */
  warnings?: string[]
}

export async function readiness(): Promise<Readiness> {
  if (shuttingDown.announced) return { reasons: ['The server is shutting down.'] }
  try {
    return await withRedis(async redis => {
      const withQueue = allRestaurants().filter(({ service }) => service === 'queue')
      const [info, ...silences] = await Promise.all([
        redis.info(),
        ...withQueue.map(restaurant => warnOfSilence(redis, restaurant)),
      ])
      return {
        reasons: reasonsNotToTrust(info),
        warnings: silences.filter(warning => warning !== undefined),
      }
    })
  } catch (error) {
    if (error instanceof RedisAway)
      return { reasons: ['Redis cannot be reached: check that it runs and that REDIS_URL names it.'] }
    throw error
  }
}

/**
 * A Redis that may throw orders away, forget them with a restart, not know our commands or not write at all
 * is none to put an order into.
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
  if (isFull(info)) {
    reasons.push('Redis is full: give it more memory (maxmemory), or find out who else fills it.')
  }
  if (cannotWriteItsLog(info)) {
    reasons.push('Redis cannot write its log, so it takes no orders: look whether its disk is full.')
  }
  if (/^role:(slave|replica)/m.test(info)) {
    reasons.push('This Redis is a replica and takes no orders: name the primary in REDIS_URL.')
  }
  return reasons
}

/** Nothing new is taken then; what was answered just before may be in no log. */
export function cannotWriteItsLog(info: string): boolean {
  return /^aof_last_write_status:err/m.test(info)
}

/** By Redis' own rule; what it keeps for its log and its replicas does not count. */
function isFull(info: string): boolean {
  const read = (name: string) => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)?.[1] ?? 0)
  const most = read('maxmemory')
  return most > 0 && read('used_memory') - read('mem_not_counted_for_evict') > most
}

function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0
}
