import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { StoryClock } from './story-clock.ts'
import type { Exchange } from './visit.ts'

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: unknown }

type Ask = {
  headers?: Record<string, string>
  body?: object
  signal: AbortSignal
  /** Gets every request that was answered, or given up by `signal`. */
  record?: (exchange: Exchange) => void
}

/** What tells a reader something; the rest is how HTTP is spoken. */
const HEADERS_THAT_MATTER = [
  'content-type',
  'location',
  'etag',
  'retry-after',
  'idempotent-replayed',
  'board-as-of',
  'preference-applied',
]
const MOST_OF_A_BODY = 1_500

/** So much of a customer's key is shown: whoever knew the whole could take the order. */
const SHOWN_OF_A_KEY = 8

const TRY_AGAIN_AFTER_MS = 250

/** The web server as customers meet it. An answer may take as long as the line is: nothing here gives up by itself. */
export class Door {
  readonly #url: string
  readonly #clock: Pick<StoryClock, 'now'>
  readonly #agent = new Agent({ keepAlive: true })

  constructor(url: string, clock: Pick<StoryClock, 'now'>) {
    this.#url = url
    this.#clock = clock
  }

  /**
   * On a connection of its own, which never was idle and so breaks only when the server does. Throws when it breaks, or `signal` aborts:
   * then it is closed.
   */
  ask(method: 'GET' | 'POST', path: string, ask: Ask): Promise<Answer> {
    return this.#ask(method, path, ask, false)
  }

  #ask(
    method: 'GET' | 'POST',
    path: string,
    { headers: asked = {}, body, signal, record = () => {} }: Ask,
    agent: Agent | false,
  ): Promise<Answer> {
    const text = body && JSON.stringify(body)
    const headers = { ...(text !== undefined && { 'Content-Type': 'application/json' }), ...asked }
    const [atMs, startedAt] = [this.#clock.now(), performance.now()]
    const recordEnd = (got: Exchange['got']) => {
      const sent = { headers: withoutTheKey(headers), body: text ?? null }
      record({ method, path, sent, atMs, tookMs: performance.now() - startedAt, got })
    }
    return new Promise((resolve, reject) => {
      const asking = request(this.#url + path, { method, headers, agent, signal }, response => {
        let answer = ''
        response.setEncoding('utf8')
        response.on('data', chunk => {
          answer += chunk
        })
        response.on('error', reject)
        response.on('end', () => {
          const { statusCode: status = 0, headers } = response
          recordEnd({
            status,
            headers: thatMatter(headers),
            body: answer.slice(0, MOST_OF_A_BODY),
            isShortened: answer.length > MOST_OF_A_BODY,
          })
          resolve({ status, headers, body: parseIfJson(answer) })
        })
      })
      asking.on('error', error => {
        if (signal.aborted) recordEnd(null)
        reject(error)
      })
      asking.end(text)
    })
  }

  /** On a connection that may have been used before, and again when it fails, for as long as `signal` lets it: only for what is safe to repeat. */
  async askAgain(method: 'GET' | 'POST', path: string, ask: Ask): Promise<Answer> {
    for (;;) {
      try {
        return await this.#ask(method, path, ask, this.#agent)
      } catch (error) {
        if (ask.signal.aborted) throw error
        await sleep(TRY_AGAIN_AFTER_MS, undefined, { signal: ask.signal })
      }
    }
  }

  /** Answers of `path`, one after the other, each as soon as it differs from the one before, and the poll that brought it. */
  async *watch(
    path: string,
    signal: AbortSignal,
  ): AsyncGenerator<{ body: unknown; poll: Exchange | undefined }> {
    let tag = ''
    let poll: Exchange | undefined
    const record = (exchange: Exchange) => {
      poll = exchange
    }
    while (!signal.aborted) {
      const headers: Record<string, string> = tag ? { 'If-None-Match': tag, Prefer: 'wait=10' } : {}
      const answer = await this.askAgain('GET', path, { headers, signal, record })
      if (answer.status === 200) {
        tag = String(answer.headers.etag ?? '')
        yield { body: answer.body, poll }
      } else if (answer.status !== 304) {
        tag = ''
        await sleep(TRY_AGAIN_AFTER_MS, undefined, { signal })
      }
    }
  }

  close(): void {
    this.#agent.destroy()
  }
}

function withoutTheKey(headers: Record<string, string>): Record<string, string> {
  const key = headers['Idempotency-Key']
  return key === undefined ? headers : { ...headers, 'Idempotency-Key': `${key.slice(0, SHOWN_OF_A_KEY)}…` }
}

function thatMatter(headers: Answer['headers']): Record<string, string> {
  return Object.fromEntries(
    HEADERS_THAT_MATTER.flatMap(name => {
      const value = headers[name]
      return value === undefined ? [] : [[name, String(value)]]
    }),
  )
}

function parseIfJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
