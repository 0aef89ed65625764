import { z } from 'zod'
import type { Restaurant } from '#orders/restaurant.ts'
import { type Notice, type Outcome, Receipt, type Sending } from './visit.ts'

const ANSWER_WITHIN_MS = 8000
/** A counter answers when the food is cooked, for everyone in front as well. */
const SERVE_WITHIN_MS = 30 * 60_000

/** Said by the line itself after it looked for the key, so the order was surely not placed, by no try. */
const PLACED_BY_NO_TRY = ['/problems/line-full', '/problems/intake-paused']
/** Said at the door, before anything was placed by this try; an earlier one may have passed. */
const REFUSED_AT_THE_DOOR = [400, 404, 405, 413, 415, 422, 429]

const Problem = z.object({
  type: z.string().default('about:blank'),
  title: z.string(),
  detail: z.string().default(''),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
})
type Problem = z.infer<typeof Problem>

/**
 * One try at placing the order. Never throws: a time-out, a cut line, a 5xx and an answer that is not ours (a hotel's
 * log-in page, a proxy) are all `unanswered`, and the same request with the same key finds out.
 */
export async function sendOrder(
  restaurant: Restaurant,
  { basket, key, unanswered }: Sending,
  leaving: AbortSignal,
): Promise<Outcome> {
  const request = new AbortController()
  const abort = () => request.abort()
  const timer = setTimeout(abort, patienceMs(restaurant))
  leaving.addEventListener('abort', abort)
  try {
    const response = await fetch(`/api/${restaurant.slug}/orders`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(basket),
      signal: request.signal,
    })
    if (response.ok) return { type: 'taken', key, receipt: Receipt.parse(await response.json()) }

    const problem = Problem.safeParse(await response.json().catch(() => undefined)).data
    const retryAfterSeconds = secondsUntilRetry(response.headers.get('Retry-After'))
    if (isRefusal(response.status, problem, unanswered > 0)) {
      const notice = {
        ...inPlainWords(response.status, problem, restaurant, basket),
        retryAfterSeconds: hasNoEnd(problem) ? 0 : retryAfterSeconds,
      }
      return { type: 'refused', key, notice }
    } else {
      return { type: 'unanswered', key, retryAfterSeconds }
    }
  } catch {
    return { type: 'unanswered', key, retryAfterSeconds: 0 }
  } finally {
    clearTimeout(timer)
    leaving.removeEventListener('abort', abort)
  }
}

function patienceMs({ service }: Restaurant): number {
  return service === 'counter' ? SERVE_WITHIN_MS : ANSWER_WITHIN_MS
}

function isRefusal(status: number, problem: Problem | undefined, triedBefore: boolean): boolean {
  if (status === 503) return PLACED_BY_NO_TRY.some(type => problem?.type.endsWith(type))
  return !triedBefore && REFUSED_AT_THE_DOOR.includes(status)
}

/** Nobody knows when a person opens the intake again, whatever a polite client is told. */
function hasNoEnd(problem: Problem | undefined): boolean {
  return problem?.type.endsWith('/problems/intake-paused') ?? false
}

/** Delay in seconds or a date (RFC 9110, section 10.2.3); 0 when there is neither. */
export function secondsUntilRetry(retryAfter: string | null, now = Date.now()): number {
  if (retryAfter === null) return 0
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - now) / 1000
  return Math.max(0, Math.ceil(seconds || 0))
}

/** Busy, closed and "not on the menu" are for the customer's ears; a fault of the kiosk's is for the staff's. */
function inPlainWords(
  status: number,
  problem: Problem | undefined,
  restaurant: Restaurant,
  { items }: Sending['basket'],
): Omit<Notice, 'retryAfterSeconds'> {
  if (problem && (status === 503 || status === 429)) return { title: problem.title, detail: problem.detail }
  if (problem?.type.endsWith('/problems/invalid-order') && problem.errors.length > 0) {
    const details = problem.errors.map(({ pointer, detail }) => {
      const id = items[Number(/^\/items\/(\d+)\//.exec(pointer)?.[1])]?.id
      const name = restaurant.menu.find(item => item.id === id)?.name
      return name ? `${name} ${detail}.` : `${detail}.`
    })
    return { title: 'We cannot make this order as it is', detail: details.join(' ') }
  }
  return { title: 'This kiosk could not place your order', detail: 'Please order at the counter.' }
}
