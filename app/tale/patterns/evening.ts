import { z } from 'zod'
import { freshKey } from '#app/fresh-key.ts'
import { askForRush, rushAddress, stopRush } from '#app/tale/ask-rush.ts'
import { asItsStarter } from '#app/tale/rush-keys.ts'
import { Order } from '#orders/order.ts'
import { ENDED, Rush } from '#rush/rush.ts'
import type { RushRequest } from '#rush/settings.ts'

/** An evening that is being ended takes a moment: its cooks are still going home. */
const ASK_AGAIN_MS = 300
const MOST_TIMES = 20
const HELD_SECONDS = 5
const ANSWER_WITHIN_MS = 60_000

/** One request and what came of it, as the account tells it. */
export type Told = { asked: string; answer: string; isRefusal: boolean; tookMs: number }

type Asked = {
  method: string
  path: string
  key?: string
  headers?: Record<string, string>
  body?: object
}
type Item = { id: string; quantity: number }
type Placed = { order: Order | null; retryAfterSeconds: number | null }

const Problem = z.object({ title: z.string() }).catch({ title: 'The restaurant did not understand' })

/** Both restaurants for a minute or so, open for this page’s guest alone. */
export class Evening {
  readonly id: string
  readonly tell: (told: Told) => void
  readonly #closing = new AbortController()

  constructor(id: string, tell: (told: Told) => void) {
    this.id = id
    this.tell = tell
  }

  get closing(): AbortSignal {
    return this.#closing.signal
  }

  /** Posts an order as any kiosk does. Throws when the evening is over, or nobody answers. */
  async order(
    items: Item[],
    { restaurant = 'tale-office', key = freshKey() }: { restaurant?: string; key?: string } = {},
  ): Promise<Placed> {
    const { response, body } = await this.#ask(
      { method: 'POST', path: `/api/${restaurant}/orders`, key, body: { items } },
      (body, headers) =>
        `number ${Order.parse(body).number}${headers.has('Idempotent-Replayed') ? ', Idempotent-Replayed: true' : ''}`,
    )
    if (response.ok) return { order: Order.parse(body), retryAfterSeconds: null }
    return { order: null, retryAfterSeconds: Number(response.headers.get('Retry-After')) || null }
  }

  /** One more cook: a process is started, unless that is refused. */
  async hire(): Promise<void> {
    const path = `${rushAddress(this.id)}/cooks`
    await this.#ask({ method: 'POST', path, key: freshKey(), headers: asItsStarter(this.id) })
  }

  /** A process is killed with -9, unless that is refused. */
  async kill(cook: number): Promise<void> {
    const path = `${rushAddress(this.id)}/cooks/${cook}`
    await this.#ask({ method: 'DELETE', path, headers: asItsStarter(this.id) })
  }

  async end(): Promise<void> {
    this.#closing.abort(new Error('the evening is over'))
    await stopRush(this.id)
  }

  /** Asks, and tells what was asked and what was answered: also a refusal. Throws when nobody answers. */
  async #ask(
    { method, path, key, headers, body }: Asked,
    inWords: (body: unknown, headers: Headers) => string = () => 'accepted',
  ): Promise<{ response: Response; body: unknown }> {
    const startedAt = performance.now()
    const response = await fetch(path, {
      method,
      headers: {
        ...headers,
        ...(body && { 'Content-Type': 'application/json' }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.any([this.closing, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    })
    const got: unknown = await response.json()
    this.tell({
      asked: `${method} ${path}`,
      answer: `${response.status}, ${(response.ok ? inWords : refusalInWords)(got, response.headers)}`,
      isRefusal: !response.ok,
      tookMs: performance.now() - startedAt,
    })
    return { response, body: got }
  }
}

function refusalInWords(body: unknown, headers: Headers): string {
  const later = headers.get('Retry-After')
  return `${Problem.parse(body).title}${later === null ? '' : `, Retry-After: ${later}`}`
}

/** Opens both doors; resolves when the cooks are there, or with why they are not. `previous` is ours, and may still be closing. */
export async function openEvening(
  request: Omit<RushRequest, 'seed'>,
  previous: string | undefined,
  tell: (told: Told) => void,
): Promise<Evening | string> {
  for (let times = 1; ; times++) {
    const asked = await askForRush({ ...request, seed: 1, perMinute: 0, clerks: 1 })
    if (asked.type === 'started') {
      const rush = await untilItRuns(asked.rush)
      return rush.state === 'running'
        ? new Evening(rush.id, tell)
        : 'The cooks did not come. Please try again.'
    }
    if (asked.on === null) return asked.words
    if (asked.on !== previous || times === MOST_TIMES) return BUSY
    await new Promise(resolve => setTimeout(resolve, ASK_AGAIN_MS))
  }
}

/** Said of a rush or a scene that somebody else opened. */
const BUSY =
  'There is one pair of restaurants, and somebody else is playing in it: two readers cannot play at once. It is free again within minutes.'

async function untilItRuns(asked: Rush): Promise<Rush> {
  let [rush, tag] = [asked, '']
  while (rush.state === 'waiting') {
    const headers: Record<string, string> = tag
      ? { 'If-None-Match': tag, Prefer: `wait=${HELD_SECONDS}` }
      : {}
    const signal = AbortSignal.timeout(2 * HELD_SECONDS * 1000)
    const response = await fetch(rushAddress(asked.id), { headers, cache: 'no-store', signal })
    if (response.status === 304) continue
    tag = response.headers.get('ETag') ?? ''
    rush = Rush.parse(await response.json())
    if (ENDED.includes(rush.state)) break
  }
  return rush
}
