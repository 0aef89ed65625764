import { type Answer, ask, parseSeen } from './ask.ts'
import type { Asked, Recorder, Seen, TicketRead } from './history.ts'

/** As the kiosk: an answer that has not come by then counts as none. */
const ANSWER_WITHIN_MS = 8_000
/** As the ticket: a poll is held for so long. */
const WAIT_SECONDS = 5

/** These say that this request surely placed nothing. */
const SURELY_NOT_PLACED = {
  '/problems/line-full': 'full',
  '/problems/intake-paused': 'refused',
  '/problems/too-many-orders': 'refused',
} as const

type Web = { name: string; url: string }

/** What a customer can ask of a web process; each request and what came of it is written down. */
export class Cashier {
  /** Orders under way to each web process, by its name. */
  readonly underWay = new Map<string, number>()
  #recorder: Recorder
  #orders: string

  constructor(recorder: Recorder, slug: string) {
    this.#recorder = recorder
    this.#orders = `/api/${slug}/orders`
  }

  async place(web: Web, from: string, key: string, body: string): Promise<Asked & { retryAfterMs: number }> {
    this.#count(web, 1)
    const answer = await ask(web.url + this.#orders, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        'X-Forwarded-For': from,
      },
      body,
      patienceMs: ANSWER_WITHIN_MS,
    })
    this.#count(web, -1)

    const asked: Asked = {
      what: 'order',
      ...timesOf(web, answer),
      key,
      outcome: outcomeOf(answer),
      replayed: answer.headers.get('Idempotent-Replayed') === 'true',
      ...(answer.status === 202 && parseSeen(answer.text)),
    }
    this.#recorder.note(asked)
    return { ...asked, retryAfterMs: Number(answer.headers.get('Retry-After') ?? 0) * 1000 }
  }

  /** Reads a ticket; one that holds `tag` already waits for it to change. */
  async read(
    web: Web,
    from: string,
    id: string,
    holds?: { tag: string; seen: Seen },
  ): Promise<{ tag: string; seen: Seen } | undefined> {
    const held = holds ? WAIT_SECONDS * 1000 : 0
    const answer = await ask(`${web.url}${this.#orders}/${id}`, {
      headers: {
        'X-Forwarded-For': from,
        ...(holds && { 'If-None-Match': holds.tag, Prefer: `wait=${WAIT_SECONDS}` }),
      },
      patienceMs: ANSWER_WITHIN_MS + held,
    })
    const read: TicketRead = {
      what: 'ticket',
      ...timesOf(web, answer),
      held,
      id,
      ...(answer.status === 200 && parseSeen(answer.text)),
      ...(answer.status === 304 && holds && { seen: holds.seen }),
    }
    this.#recorder.note(read)
    return read.seen && { tag: answer.headers.get('ETag') ?? '', seen: read.seen }
  }

  async collect(web: Web, from: string, id: string): Promise<Seen | undefined> {
    const answer = await ask(`${web.url}${this.#orders}/${id}/collection`, {
      method: 'POST',
      headers: { 'X-Forwarded-For': from },
      patienceMs: ANSWER_WITHIN_MS,
    })
    const read: TicketRead = {
      what: 'collection',
      ...timesOf(web, answer),
      id,
      ...(answer.status === 200 && parseSeen(answer.text)),
    }
    this.#recorder.note(read)
    return read.seen
  }

  #count({ name }: Web, change: number): void {
    this.underWay.set(name, (this.underWay.get(name) ?? 0) + change)
  }
}

export function timesOf(web: Web, { from, to, status, trouble }: Answer) {
  return { web: web.name, from, to, held: 0, ...(status && { status }), ...(trouble && { trouble }) }
}

function outcomeOf({ status, text }: Answer): Asked['outcome'] {
  if (status === 202) return 'acknowledged'
  const said = Object.entries(SURELY_NOT_PLACED).find(([type]) => text.includes(`"${type}"`))
  return said?.[1] ?? 'unknown'
}
