import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Board } from '#orders/board.ts'

const MINUTE_MS = 60_000
const UP_TO = 999
/** A rush comes and goes in so many changes, from an almost empty wall to one that turns its pages; then it is as it was. */
export const RUSH = 500
const MOST_IN_A_LIST = 60
/** Now and then the queue is away. */
const REFUSE_EVERY = 997

export type ChangingBoards = {
  url: string
  /** Goes on until so many changes were told in all. Then polls are held, as where nothing happens. */
  goOnUntil: (changes: number) => void
  close: () => Promise<void>
}

/** Nugget at `nugget`, but that every poll of its board finds a change at once. */
export async function startChangingBoards(nugget: string): Promise<ChangingBoards> {
  let told = 0
  let most = 0
  let polls = 0

  async function answerPoll({ headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    polls += 1
    if (polls % REFUSE_EVERY === 0) {
      response.writeHead(503).end('{"type":"/problems/redis-away"}')
      return
    }
    if (told < most) told += 1
    else await pause(1000 * Number(/wait=(\d+)/.exec(`${headers.prefer}`)?.[1] ?? 1))

    const etag = `"${told}"`
    const stamps = { ETag: etag, 'Board-As-Of': new Date().toISOString() }
    if (headers['if-none-match'] === etag) response.writeHead(304, stamps).end()
    else response.writeHead(200, stamps).end(JSON.stringify(boardAfter(told)))
  }

  const server = createServer((request, response) => {
    if (request.url === '/api/office/board') void answerPoll(request, response)
    else void passOn(nugget, request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return {
    url: `http://127.0.0.1:${address.port}`,
    goOnUntil(changes) {
      most = changes
    },
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** With each change an order is placed and the oldest is ready; how many stand where comes and goes with the rush. */
export function boardAfter(changes: number): Board {
  const rush = Math.round(((1 - Math.cos((2 * Math.PI * changes) / RUSH)) / 2) * MOST_IN_A_LIST)
  const now = Date.now()
  const entries = (from: number, count: number, step: 1 | -1) =>
    Array.from({ length: count }, (_, index) => ({
      number: ((((from + step * index) % UP_TO) + UP_TO) % UP_TO) + 1,
      since: new Date(now - index * MINUTE_MS).toISOString(),
    }))
  const preparing = entries(changes + 1, rush + 2, 1)
  const ready = entries(changes, rush + 3, -1)
  const attention = rush > MOST_IN_A_LIST / 2 ? entries(changes + 500, 2, 1) : []
  return {
    restaurant: 'office',
    asOf: new Date(now).toISOString(),
    kitchen: { state: rush > 0 ? 'open' : 'stopped', cooks: 3 },
    preparing,
    ready,
    attention,
    counts: { preparing: preparing.length, ready: ready.length, attention: attention.length },
  }
}

async function passOn(nugget: string, { url }: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await fetch(nugget + url)
  const type = answer.headers.get('content-type') ?? 'text/plain'
  response.writeHead(answer.status, { 'Content-Type': type }).end(new Uint8Array(await answer.arrayBuffer()))
}
