import { tooEarlySeconds } from '#orders/rates.ts'
import { problem } from './problem.ts'
import { Refuse } from './problem-of.ts'

/** Counts what one address does, or answers 429. */
export async function limitRate(deeds: 'orders' | 'collections', { headers }: Request): Promise<void> {
  const seconds = await tooEarlySeconds(deeds, addressOf(headers))
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
