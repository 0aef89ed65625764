import { isIPv6 } from 'node:net'
import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { environment } from './environment.ts'
import { onePerProcess } from './one-per-process.ts'
import { openFailFast, untilReady } from './redis.ts'

const A_MINUTE_SECONDS = 60
/** Counting comes before placing, and both must be done within two seconds, also when Redis does not answer. */
const COUNTED_WITHIN_MS = 250

/** The tale's restaurants have a count of their own, so that whoever plays there has done nothing in the shop. */
type Deeds = 'orders' | 'collections' | 'tale-orders' | 'tale-collections'

/**
 * Counts one of `deeds` from `address` over all web processes. Resolves with the seconds after which the next is taken, or 0.
 * While Redis is away each process counts for itself.
 */
export async function tooEarlySeconds(deeds: Deeds, address: string): Promise<number> {
  const { ordersPerMinute } = environment()
  if (ordersPerMinute === 0) return 0

  const limiter = onePerProcess(`limit of ${deeds}`, () => {
    const limit = { keyPrefix: `rates:${deeds}`, points: ordersPerMinute, duration: A_MINUTE_SECONDS }
    return new RateLimiterRedis({
      ...limit,
      storeClient: ownRedis(),
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory(limit),
      // Who is past the limit costs Redis nothing more.
      inMemoryBlockOnConsumed: ordersPerMinute + 1,
    })
  })
  try {
    await limiter.consume(networkOf(address))
    return 0
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000)
    throw refusal
  }
}

/** Dials in advance: the first to be counted has no time for it. Throws `RedisAway`. */
export async function dialForRates(): Promise<void> {
  if (environment().ordersPerMinute > 0) await untilReady(ownRedis())
}

/** A connection of its own, as it waits for less. */
function ownRedis(): Redis {
  return onePerProcess('redis for rates', () => openFailFast('nugget-rates', COUNTED_WITHIN_MS))
}

/** One place may have as many IPv6 addresses as it likes: its network (the first 64 bits) is one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!isIPv6(address)) return address

  const [before = '', after = ''] = address.split('::')
  const head = before.split(':')
  const tail = after === '' ? [] : after.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  const groups = address.includes('::') ? [...head, ...zeros, ...tail] : head
  return `${groups
    .slice(0, 4)
    .map(group => Number.parseInt(group || '0', 16).toString(16))
    .join(':')}::/64`
}
