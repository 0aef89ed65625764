/** A moment by two clocks: the steady one may stand still while the machine sleeps, the other may be set. */
export type Instant = { steadyMs: number; calendarMs: number }

/** What the server said, and how old that was when it arrived. */
export type Reading<T> = {
  data: T
  etag: string | null
  /** Which of two readings is the later one, by Redis' clock, in microseconds; null where nobody needs to know. */
  version: number | null
  /** When the server read it, in ms since 1970 by the server's clock. */
  asOfMs: number
  /** Its age on arrival: both times by the server's clock, so a screen whose own clock is wrong is not misled. */
  ageOnArrivalMs: number
  arrivedAt: Instant
  /** How long to rest before asking again. */
  restMs: number
}

export type Freshness = 'fresh' | 'late' | 'stale'

export const LATE_AFTER_MS = 10_000
export const STALE_AFTER_MS = 30_000

export function instant(): Instant {
  return { steadyMs: performance.now(), calendarMs: Date.now() }
}

/** Never less than the time that has really passed, sleep included. */
export function elapsedMs(since: Instant, until: Instant): number {
  return Math.max(until.steadyMs - since.steadyMs, until.calendarMs - since.calendarMs, 0)
}

export function ageMs(reading: Reading<unknown>, now: Instant): number {
  return reading.ageOnArrivalMs + elapsedMs(reading.arrivedAt, now)
}

export function freshness(reading: Reading<unknown> | undefined, now: Instant): Freshness {
  if (!reading) return 'stale'
  const age = ageMs(reading, now)
  if (age >= STALE_AFTER_MS) return 'stale'
  return age >= LATE_AFTER_MS ? 'late' : 'fresh'
}

/** What the page itself brought: read by the server a moment before it rendered, at the end of that millisecond at the latest. */
export function readingOfPage<T>(data: T, asOf: string, renderedAtMs: number): Reading<T> {
  const asOfMs = Date.parse(asOf)
  const ageOnArrivalMs = Math.max(renderedAtMs - asOfMs, 0)
  return {
    data,
    etag: null,
    version: asOfMs * 1000 + 999,
    asOfMs,
    ageOnArrivalMs,
    arrivedAt: instant(),
    restMs: 1,
  }
}

/** `Board-As-Of` against the same answer's `Date`, which is cut to whole seconds. */
export function readingOfAnswer<T>(
  headers: Headers,
  data: T,
  etag: string | null,
): Omit<Reading<T>, 'restMs'> {
  const arrivedAt = instant()
  const sentMs = Date.parse(headers.get('Date') ?? '') || arrivedAt.calendarMs
  const asOfMs = Date.parse(headers.get('Board-As-Of') ?? '') || sentMs
  const version = Number(headers.get('Board-Version')) || null
  return { data, etag, version, asOfMs, ageOnArrivalMs: Math.max(sentMs - asOfMs, 0), arrivedAt }
}
