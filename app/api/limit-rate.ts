import { tooEarlySeconds } from '#orders/rates.ts'
import type { Restaurant } from '#orders/restaurant.ts'
import { problem } from './problem.ts'
import { Refuse } from './problem-of.ts'

/** Counts what one address does in the shop, or else in the tale, or answers 429. Whom a shift expects is not counted. */
export async function limitRate(
  deeds: 'orders' | 'collections',
  { shift }: Restaurant,
  { headers }: Request,
): Promise<void> {
  if (shift?.isExpected(headers.get('idempotency-key') ?? '')) return
  const seconds = await tooEarlySeconds(shift ? `tale-${deeds}` : deeds, addressOf(headers))
  if (seconds === 0) return
  throw new Refuse(
    problem(`too-many-${deeds}`, {
      detail: `Nothing was ${deeds === 'orders' ? 'ordered' : 'handed over'}. Please try again in ${seconds} seconds.`,
      headers: { 'Retry-After': String(seconds) },
    }),
  )
}

/** The last address is the one that our own proxy saw, or the connection's own (`app/door`); those before it are what the client says. */
function addressOf(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown'
}
