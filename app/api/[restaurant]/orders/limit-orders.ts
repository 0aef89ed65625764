import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { problem } from '#app/api/problem.ts'
import { Refuse } from '#app/api/problem-of.ts'
import { environment } from '#orders/environment.ts'
import { onePerProcess } from '#orders/one-per-process.ts'

/** Counts the orders from one address, or answers 429. */
export async function limitOrders({ headers }: Request): Promise<void> {
  const { ordersPerMinute } = environment()
  if (ordersPerMinute === 0) return

  const limiter = onePerProcess(
    'orders limiter',
    () => new RateLimiterMemory({ points: ordersPerMinute, duration: 60 }),
  )
  try {
    await limiter.consume(addressOf(headers))
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    const seconds = Math.ceil(refusal.msBeforeNext / 1000)
    throw new Refuse(
      problem('too-many-orders', {
        detail: `Nothing was ordered. Please try again in ${seconds} seconds.`,
        headers: { 'Retry-After': String(seconds) },
      }),
    )
  }
}

/**
 * The last address is the one that our own proxy saw, or the connection's own (`orders/open-restaurant.ts`);
 * those before it are what the client says.
 */
function addressOf(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown'
}
