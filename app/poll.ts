import { ageMs, elapsedMs, type Instant, instant, type Reading, readingOfAnswer } from '#app/reading.ts'

/** How long the server may hold a poll while nothing changes: well below the age at which a screen calls itself late. */
export const WAIT_SECONDS = 5
/** Past the wait, an answer that has not come by now will not come. */
const GRACE_MS = 4_000

/** A change may follow a change; a poll that was not held must not become a storm. */
const REST_MS = 30
const LONG_REST_MS = 1_000

/**
 * A poll that failed is made again after a second, by each screen at its own moment: a thousand walls ask for a thousand short
 * refusals a second, and are right again within three seconds of an outage's end, of which the server may take one.
 * One that waited for its time to run out has waited enough.
 */
const RETRY_LEAST_MS = 500
const RETRY_SPREAD_MS = 1_000

/**
 * `network`: this device has none. `server`: it refuses, says nonsense, or is silent, as it is behind a cut cable far away.
 * `redis`: the server is there, its queue is not. `gone`: 404.
 */
export type Trouble = 'network' | 'server' | 'redis' | 'gone'

export class PollFailed extends Error {
  override name = 'PollFailed'
  readonly trouble: Trouble
  /** How long to rest before asking again. */
  readonly restMs: number
  constructor(trouble: Trouble, restMs = restAfterFailureMs()) {
    super(`the poll failed: ${trouble}`)
    this.trouble = trouble
    this.restMs = restMs
  }
}

const ASK_AGAIN = Symbol('ask again')

/**
 * One view's polls of one address, after what the page brought `first`: never two at a time. `next` resolves when the data changed
 * or the wait is over, and rejects with `PollFailed`. `again` makes the poll under way ask anew at once, after sleep or an outage, when
 * the connection it hangs on may be long dead; it tells whether there was one.
 */
export function createPoll<T>(url: string, first?: Reading<T>) {
  let held = first
  let flight: AbortController | undefined

  async function next(): Promise<Reading<T>> {
    for (;;) {
      flight = new AbortController()
      try {
        held = await ask<T>(url, held, flight)
        return held
      } catch (error) {
        if (error !== ASK_AGAIN) throw error
      } finally {
        flight = undefined
      }
    }
  }

  function again(): boolean {
    flight?.abort(ASK_AGAIN)
    return flight !== undefined
  }

  return { next, again }
}

/** Only who is up to date waits for a change; everyone else needs the answer now. */
export function waitSeconds(held: Reading<unknown> | undefined, now: Instant): number {
  return held?.etag && ageMs(held, now) < WAIT_SECONDS * 1000 ? WAIT_SECONDS : 0
}

async function ask<T>(
  url: string,
  held: Reading<T> | undefined,
  flight: AbortController,
): Promise<Reading<T>> {
  const askedAt = instant()
  const wait = waitSeconds(held, askedAt)
  const headers = new Headers({ Accept: 'application/json' })
  if (held?.etag) headers.set('If-None-Match', held.etag)
  if (held?.version) headers.set('Board-Version', String(held.version))
  if (wait > 0) headers.set('Prefer', `wait=${wait}`)

  const giveUp = () => flight.abort(new PollFailed(troubleOfNoAnswer(), REST_MS))
  const deadline = setTimeout(giveUp, wait * 1000 + GRACE_MS)
  try {
    const response = await fetch(url, { headers, cache: 'no-store', signal: flight.signal })
    if (response.status === 304 && held) {
      const restMs = restAfterNoChangeMs(wait, elapsedMs(askedAt, instant()))
      return { ...readingOfAnswer(response.headers, held.data, held.etag), restMs }
    }
    if (!response.ok) throw new PollFailed(await troubleOf(response))

    const etag = response.headers.get('ETag')
    // This page and this address come from one server, and answers may grow: no schema stands between.
    const data = (await response.json()) as T
    return { ...readingOfAnswer(response.headers, data, etag), restMs: etag ? REST_MS : LONG_REST_MS }
  } catch (error) {
    if (flight.signal.aborted) throw flight.signal.reason
    if (error instanceof PollFailed) throw error
    throw new PollFailed(error instanceof TypeError ? troubleOfNoAnswer() : 'server')
  } finally {
    clearTimeout(deadline)
  }
}

/** "Nothing new" that came at once, though a wait was asked for, is from a server that does not hold polls. */
export function restAfterNoChangeMs(wait: number, tookMs: number): number {
  return wait > 0 && tookMs < LONG_REST_MS ? LONG_REST_MS : REST_MS
}

function restAfterFailureMs(): number {
  return RETRY_LEAST_MS + Math.random() * RETRY_SPREAD_MS
}

/** A browser says that it is offline only when it is sure; that it is online also where nobody can be reached. */
function troubleOfNoAnswer(): Trouble {
  return navigator.onLine === false ? 'network' : 'server'
}

async function troubleOf(response: Response): Promise<Trouble> {
  if (response.status === 404) return 'gone'
  if (response.status !== 503) return 'server'
  const problem = await response.text()
  return problem.includes('/problems/redis-away') ? 'redis' : 'server'
}
