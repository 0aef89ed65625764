import { after, before } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Rush } from '#rush/rush.ts'
import type { RushRequest } from '#rush/settings.ts'
import { call } from './call-api.ts'
import { newKey } from './kitchen-table.ts'
import { readOpenApi } from './open-api.ts'
import { Part } from './part.ts'
import { type Nugget, startNugget } from './start-nugget.ts'

export const RUSHES = '/api/tale/rushes'
const AWAY_PAUSE_MS = 200

/** The whole system with the process that plays rushes. */
export async function startTale({
  ordersPerMinute = 0,
}: {
  ordersPerMinute?: number
} = {}): Promise<{ nugget: Nugget; rush: Part; stop: () => Promise<void> }> {
  const env = { TALE: 'on', ORDERS_PER_MINUTE: String(ordersPerMinute) }
  const nugget = await startNugget({ kitchens: 0, env })
  const rush = rushPart(nugget)
  await rush.start()
  return {
    nugget,
    rush,
    async stop() {
      await rush.end()
      await nugget.stop()
    },
  }
}

/** Gives the tests of a suite a tale of their own, whose rushes no other suite waits for. */
export function withTale() {
  let tale: Awaited<ReturnType<typeof startTale>>
  let api: Awaited<ReturnType<typeof readOpenApi>>
  before(async () => {
    tale = await startTale()
    api = await readOpenApi(tale.nugget.url)
  })
  after(() => tale.stop())
  return { url: () => tale.nugget.url, rush: () => tale.rush, api: () => api }
}

/** The process that plays rushes. */
export function rushPart({ url, redisUrl }: Nugget): Part {
  const env = { REDIS_URL: redisUrl, PORT: new URL(url).port, TALE: 'on' }
  return new Part('rush', ['workers/rush.ts'], env, ({ output }) => output.includes('ready for customers'))
}

/** The keys that rushes were started with here, by where they are. */
const keys = new Map<string, string>()

export async function postRush(url: string, body: RushRequest, key = newKey()) {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key }
  const answer = await call(url, RUSHES, { method: 'POST', headers, body: JSON.stringify(body) })
  if (answer.status === 202) rememberStarter(answer.headers.get('location') ?? '', key)
  return answer
}

/** A page started the rush at `path`. */
export function rememberStarter(path: string, key: string): void {
  keys.set(path, key)
}

/** What shows that the rush at `path` is one's own. */
export function asItsStarter(path: string): Record<string, string> {
  const key = keys.get(path)
  return key === undefined ? {} : { Authorization: `Bearer ${key}` }
}

export function stopRush(url: string, path: string) {
  return call(url, path, { method: 'DELETE', headers: asItsStarter(path) })
}

/** Ends the rushes that were started here, those of pages too, and waits until they are over. */
export async function endRushes(url: string): Promise<void> {
  for (const path of keys.keys()) {
    await stopRush(url, path)
    await followRush(url, path, isOver)
    keys.delete(path)
  }
}

/** Starts a rush and returns where it is. */
export async function startRush(url: string, request: RushRequest): Promise<string> {
  const answer = await postRush(url, request)
  if (answer.status !== 202) throw new Error(`no rush: ${answer.status} ${JSON.stringify(answer.body)}`)
  return `${RUSHES}/${Rush.parse(answer.body).id}`
}

/** One more cook near the office. */
export function hire(url: string, path: string, key = newKey()) {
  const headers = { ...asItsStarter(path), 'Idempotency-Key': key }
  return call(url, `${path}/cooks`, { method: 'POST', headers })
}

/** Follows a rush with waiting polls until `enough`, and returns it as it is then. As a page does, it looks again where Redis was away. */
export async function followRush(url: string, path: string, enough: (rush: Rush) => boolean): Promise<Rush> {
  let tag = ''
  for (;;) {
    const headers: Record<string, string> = tag ? { 'If-None-Match': tag, Prefer: 'wait=5' } : {}
    const answer = await call(url, path, { headers })
    if (answer.status === 503) {
      await pause(AWAY_PAUSE_MS)
      continue
    }
    tag = answer.headers.get('etag') ?? ''
    if (answer.status === 304) continue
    const rush = Rush.parse(answer.body)
    if (rush.state === 'failed') throw new Error(`the rush failed: ${rush.reason}`)
    if (enough(rush)) return rush
    if (isOver(rush)) throw new Error(`the rush is over: ${JSON.stringify(rush.events)}`)
  }
}

export const isOver = ({ state }: Rush) => state === 'done' || state === 'stopped'
