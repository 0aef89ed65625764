import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: unknown }

type Ask = {
  headers?: Record<string, string>
  body?: object
  signal: AbortSignal
}

const TRY_AGAIN_AFTER_MS = 250

/** The web server as customers meet it. An answer may take as long as the line is: nothing here gives up by itself. */
export class Door {
  readonly #url: string
  readonly #agent = new Agent({ keepAlive: true })

  constructor(url: string) {
    this.#url = url
  }

  /** Throws when the connection fails, or `signal` aborts: then it is closed. */
  ask(method: 'GET' | 'POST', path: string, { headers = {}, body, signal }: Ask): Promise<Answer> {
    const text = body && JSON.stringify(body)
    const type = text === undefined ? {} : { 'Content-Type': 'application/json' }
    return new Promise((resolve, reject) => {
      const asking = request(
        this.#url + path,
        { method, headers: { ...type, ...headers }, agent: this.#agent, signal },
        response => {
          let answer = ''
          response.setEncoding('utf8')
          response.on('data', chunk => {
            answer += chunk
          })
          response.on('error', reject)
          response.on('end', () => {
            const { statusCode: status = 0, headers } = response
            resolve({ status, headers, body: parseIfJson(answer) })
          })
        },
      )
      asking.on('error', reject)
      asking.end(text)
    })
  }

  /** The same, and again when the connection fails, for as long as `signal` lets it: only for what is safe to repeat. */
  async askAgain(method: 'GET' | 'POST', path: string, ask: Ask): Promise<Answer> {
    for (;;) {
      try {
        return await this.ask(method, path, ask)
      } catch (error) {
        if (ask.signal.aborted) throw error
        await sleep(TRY_AGAIN_AFTER_MS, undefined, { signal: ask.signal })
      }
    }
  }

  /** Answers of `path`, one after the other, each as soon as it differs from the one before. */
  async *watch(path: string, signal: AbortSignal): AsyncGenerator<unknown> {
    let tag = ''
    while (!signal.aborted) {
      const headers: Record<string, string> = tag ? { 'If-None-Match': tag, Prefer: 'wait=10' } : {}
      const answer = await this.askAgain('GET', path, { headers, signal })
      if (answer.status === 200) {
        tag = String(answer.headers.etag ?? '')
        yield answer.body
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

function parseIfJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
