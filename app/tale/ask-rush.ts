import { z } from 'zod'
import { freshKey } from '#app/fresh-key.ts'
import { createPoll, PollFailed } from '#app/poll.ts'
import { ENDED, Rush } from '#rush/rush.ts'
import type { RushRequest } from '#rush/settings.ts'
import { pause } from './pause.ts'
import { asItsStarter, isOurs, keepKey, noteEndedForNext } from './rush-keys.ts'

const RUSHES = '/api/tale/rushes'
const ANSWER_WITHIN_MS = 8000
/** A rush that was told to stop is over after a few changes. */
const MOST_LOOKS = 40
const ANOTHER_IS_ON = 'Somebody has opened both doors already, and there is only one pair of restaurants.'
const NO_ANSWER = 'The restaurants did not answer. Please try again in a moment.'

const Problem = z.object({
  title: z.string().default('It was refused'),
  detail: z.string().default(''),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
})

/** `on`: another rush is on already, which one may watch. */
export type Asked = { type: 'started'; rush: Rush } | { type: 'refused'; words: string; on: string | null }

export function rushAddress(id: string): string {
  return `${RUSHES}/${id}`
}

/** Asks for a rush; one that this page opened before is over with it. Never throws. */
export async function askForRush(request: RushRequest): Promise<Asked> {
  const asked = await ask(request)
  if (asked.type === 'refused' && asked.on !== null && isOurs(asked.on)) {
    noteEndedForNext(asked.on)
    await close(asked.on)
    return ask(request)
  }
  return asked
}

/** Asks for a rush when the one that is on is over, whosever it is: nobody is sent home. Throws when `signal` aborts. */
export async function askAfter(on: string, request: RushRequest, signal: AbortSignal): Promise<Asked> {
  const poll = createPoll<Rush>(rushAddress(on))
  for (;;) {
    const seen = await poll.next().catch(failed)
    await pause(seen.restMs, signal)
    if ('data' in seen ? ENDED.includes(seen.data.state) : seen.trouble === 'gone') break
  }
  const asked = await ask(request)
  if (!signal.aborted) return asked
  if (asked.type === 'started') await stopRush(asked.rush.id)
  throw signal.reason
}

function failed(error: unknown): PollFailed {
  return error instanceof PollFailed ? error : new PollFailed('server')
}

async function ask(request: RushRequest): Promise<Asked> {
  const key = freshKey()
  try {
    const response = await fetch(RUSHES, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    if (response.ok) {
      const rush = Rush.parse(await response.json())
      keepKey(rush.id, key)
      return { type: 'started', rush }
    }
    const problem = Problem.parse(await response.json())
    const details = problem.errors.map(({ pointer, detail }) => `${pointer.slice(1)} ${detail}.`).join(' ')
    const on = response.status === 409 ? idOf(response.headers.get('Location')) : null
    const words = on === null ? `${problem.title}. ${details || problem.detail}` : ANOTHER_IS_ON
    return { type: 'refused', words, on }
  } catch {
    return { type: 'refused', words: NO_ANSWER, on: null }
  }
}

/** Sends everyone home. What comes of it is seen in the rush itself; to ask again does no harm. With `keepalive` also while the page is left. */
export async function stopRush(id: string, { keepalive = false } = {}): Promise<void> {
  await fetch(rushAddress(id), {
    method: 'DELETE',
    headers: asItsStarter(id),
    keepalive,
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  }).catch(() => undefined)
}

/** Sends everyone home and waits until they are gone. */
async function close(id: string): Promise<void> {
  await stopRush(id)
  const poll = createPoll<Rush>(rushAddress(id))
  for (let left = MOST_LOOKS; left > 0; left--) {
    const reading = await poll.next().catch(() => undefined)
    if (!reading || ENDED.includes(reading.data.state)) return
  }
}

/** One more cook near the office: a process of its own. Resolves with why that is refused, or null. */
export function hireCook(id: string): Promise<string | null> {
  const headers = { ...asItsStarter(id), 'Idempotency-Key': freshKey() }
  return whyRefused(`${rushAddress(id)}/cooks`, { method: 'POST', headers })
}

/** A cook leaves for good, whatever lies in the pan: the process is killed with -9. Resolves with why that is refused, or null. */
export function walkOut(id: string, cook: number): Promise<string | null> {
  return whyRefused(`${rushAddress(id)}/cooks/${cook}`, { method: 'DELETE', headers: asItsStarter(id) })
}

async function whyRefused(path: string, init: RequestInit): Promise<string | null> {
  try {
    const response = await fetch(path, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
    if (response.ok) return null
    const { title, detail } = Problem.parse(await response.json())
    return `${title}. ${detail}`
  } catch {
    return NO_ANSWER
  }
}

function idOf(location: string | null): string | null {
  return /\/rushes\/([^/]+)$/.exec(location ?? '')?.[1] ?? null
}
