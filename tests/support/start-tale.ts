import { after, before } from 'node:test'
import { Rush } from '#rush/rush.ts'
import type { RushRequest } from '#rush/settings.ts'
import { call } from './call-api.ts'
import { newKey } from './kitchen-table.ts'
import { readOpenApi } from './open-api.ts'
import { Part } from './part.ts'
import { type Nugget, startNugget } from './start-nugget.ts'

export const RUSHES = '/api/tale/rushes'

/** The whole system with the process that plays rushes. */
export async function startTale(): Promise<{ nugget: Nugget; rush: Part; stop: () => Promise<void> }> {
  const nugget = await startNugget({ kitchens: 0, env: { TALE: 'on', ORDERS_PER_MINUTE: '0' } })
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

export function postRush(url: string, body: RushRequest, key = newKey()) {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key }
  return call(url, RUSHES, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** Starts a rush and returns where it is. */
export async function startRush(url: string, request: RushRequest): Promise<string> {
  const answer = await postRush(url, request)
  if (answer.status !== 202) throw new Error(`no rush: ${answer.status} ${JSON.stringify(answer.body)}`)
  return `${RUSHES}/${Rush.parse(answer.body).id}`
}

/** Follows a rush with waiting polls until `enough`, and returns it as it is then. */
export async function followRush(url: string, path: string, enough: (rush: Rush) => boolean): Promise<Rush> {
  let tag = ''
  for (;;) {
    const headers: Record<string, string> = tag ? { 'If-None-Match': tag, Prefer: 'wait=5' } : {}
    const answer = await call(url, path, { headers })
    tag = answer.headers.get('etag') ?? ''
    if (answer.status === 304) continue
    const rush = Rush.parse(answer.body)
    if (rush.state === 'failed') throw new Error(`the rush failed: ${rush.reason}`)
    if (enough(rush)) return rush
    if (isOver(rush)) throw new Error(`the rush is over: ${JSON.stringify(rush.events)}`)
  }
}

export const isOver = ({ state }: Rush) => state === 'done' || state === 'stopped'
