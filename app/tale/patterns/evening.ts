import { z } from 'zod'
import { freshKey } from '#app/fresh-key.ts'
import { askForRush, hireCook, rushAddress, stopRush, walkOut } from '#app/tale/ask-rush.ts'
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
    const startedAt = performance.now()
    const path = `/api/${restaurant}/orders`
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({ items }),
      signal: AbortSignal.any([this.closing, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    })
    const body: unknown = await response.json()
    const told = { asked: `POST ${path}`, tookMs: performance.now() - startedAt }
    if (!response.ok) {
      const retryAfterSeconds = Number(response.headers.get('Retry-After')) || null
      const later = retryAfterSeconds === null ? '' : `, Retry-After: ${retryAfterSeconds}`
      const answer = `${response.status}, ${Problem.parse(body).title}${later}`
      this.tell({ ...told, answer, isRefusal: true })
      return { order: null, retryAfterSeconds }
    }
    const order = Order.parse(body)
    const again = response.headers.get('Idempotent-Replayed') ? ', Idempotent-Replayed: true' : ''
    this.tell({ ...told, answer: `${response.status}, number ${order.number}${again}`, isRefusal: false })
    return { order, retryAfterSeconds: null }
  }

  async hire(): Promise<void> {
    const startedAt = performance.now()
    await hireCook(this.id)
    this.#told(`POST ${rushAddress(this.id)}/cooks`, 'a process is started', startedAt)
  }

  async kill(cook: number): Promise<void> {
    const startedAt = performance.now()
    await walkOut(this.id, cook)
    this.#told(`DELETE ${rushAddress(this.id)}/cooks/${cook}`, 'kill -9', startedAt)
  }

  async end(): Promise<void> {
    this.#closing.abort(new Error('the evening is over'))
    await stopRush(this.id)
  }

  #told(asked: string, answer: string, startedAt: number): void {
    this.tell({ asked, answer, isRefusal: false, tookMs: performance.now() - startedAt })
  }
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

const BUSY =
  'The cooks are busy with another rush. They are free when it is over, within minutes; then try again.'

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
