import { createHash } from 'node:crypto'
import { onePerProcess } from './one-per-process.ts'
import { shuttingDown } from './shutdown.ts'

/**
 * One state of something that is polled. `tag` changes with the content alone; `asOf` is when it was read. `version` is the same
 * by Redis' clock, in microseconds, where several processes must agree which of two readings is the later one.
 */
export type Snapshot = { tag: string; asOf: string; body: string; version?: number }

export function snapshot(asOf: string, content: object): Snapshot {
  const body = JSON.stringify(content)
  return { tag: tagOf(body), asOf, body }
}

/** A snapshot that tells in its body when it was read. The tag leaves that out: only news is news. */
export function stampedSnapshot({ asOf, ...content }: { asOf: string }): Snapshot {
  const json = JSON.stringify(content)
  return { tag: tagOf(json), asOf, body: `{"asOf":"${asOf}",${json.slice(1)}` }
}

function tagOf(json: string): string {
  return `"${createHash('sha1').update(json).digest('base64url')}"`
}

/** So many polls are held by one process: each costs a connection and up to 100 KiB. */
export const MOST_HELD = 10_000
const held = onePerProcess('held polls', () => ({ polls: 0 }))

type Waiter = {
  tag: string
  since: number
  resolve: (latest: Snapshot) => void
  reject: (reason: Error) => void
}

/** The latest state of something, and everyone who waits for the next. */
export class View {
  latest: Snapshot | undefined
  #readAt = 0
  #waiting = new Set<Waiter>()

  get isWaitedFor(): boolean {
    return this.#waiting.size > 0
  }

  /** Shows the state as it was read at `readAt` (ms, `performance.now`). Who holds it already goes on waiting. */
  show(next: Snapshot, readAt = performance.now()): void {
    this.latest = next
    this.#readAt = readAt
    for (const waiter of [...this.#waiting]) {
      if (waiter.tag !== next.tag && waiter.since <= readAt) waiter.resolve(next)
    }
  }

  fail(reason: Error): void {
    for (const waiter of [...this.#waiting]) waiter.reject(reason)
  }

  /**
   * Resolves with the next state that differs from `tag`; after `waitMs`, when the server shuts down or when the customer leaves,
   * with the same state as it was read last. What was read before `since` is no news to one who read later, so nothing
   * goes back: undefined when there is nothing else. At once, when too many wait already. Rejects when the state cannot be told any more.
   */
  async change(
    { tag, since = 0 }: { tag: string; since?: number },
    waitMs: number,
    signal: AbortSignal,
  ): Promise<Snapshot | undefined> {
    if (held.polls >= MOST_HELD) return undefined
    held.polls += 1
    const { promise, resolve, reject } = Promise.withResolvers<Snapshot | undefined>()
    const waiter: Waiter = { tag, since, resolve, reject }
    const giveUp = () => resolve(this.#readAt >= since ? this.latest : undefined)
    const timer = setTimeout(giveUp, waitMs)
    this.#waiting.add(waiter)
    signal.addEventListener('abort', giveUp)
    if (signal.aborted) giveUp()
    const stopListening = shuttingDown.onStart(giveUp)
    try {
      return await promise
    } finally {
      held.polls -= 1
      clearTimeout(timer)
      stopListening()
      signal.removeEventListener('abort', giveUp)
      this.#waiting.delete(waiter)
    }
  }
}
