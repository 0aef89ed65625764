import { createPoll } from '#app/poll.ts'
import type { Board } from '#orders/board.ts'

const BOARD = '/api/tale-office/board'
const EVERY_MS = 1_000
/** As long as the burger takes, and a little. */
const FOR_MS = 10_000

/** `late`: how old the last news was when it came, in ms; both times are the server's. */
export type Count = { asked: number; news: number; late: number | null }

/** The simple way: a full answer every second, whether there is news or not. */
export async function askEverySecond(closing: AbortSignal, tell: (count: Count) => void): Promise<void> {
  let count: Count = { asked: 0, news: 0, late: null }
  let known = ''
  await forAWhile(closing, async () => {
    const response = await fetch(BOARD, { cache: 'no-store', signal: closing })
    const tag = response.headers.get('ETag') ?? ''
    const board: Board = await response.json()
    count = counted(count, tag !== known, board)
    known = tag
    tell(count)
    await pause(EVERY_MS, closing)
  })
}

/** As the wall does: each answer comes when there is news, or after five seconds with none. */
export async function askAndWait(closing: AbortSignal, tell: (count: Count) => void): Promise<void> {
  const poll = createPoll<Board>(BOARD)
  let count: Count = { asked: 0, news: 0, late: null }
  let known: string | null = ''
  await forAWhile(closing, async () => {
    const { data, etag, restMs } = await poll.next()
    count = counted(count, etag !== known, data)
    known = etag
    tell(count)
    await pause(restMs, closing)
  })
}

function counted({ asked, news, late }: Count, isNews: boolean, board: Board): Count {
  return { asked: asked + 1, news: news + Number(isNews), late: isNews ? (ageOfNews(board) ?? late) : late }
}

/** From the moment that the youngest ready number was ready to the reading that told of it. */
function ageOfNews({ asOf, ready: [youngest] }: Board): number | null {
  return youngest ? Date.parse(asOf) - Date.parse(youngest.since) : null
}

async function forAWhile(closing: AbortSignal, once: () => Promise<void>): Promise<void> {
  const until = performance.now() + FOR_MS
  while (!closing.aborted && performance.now() < until && document.visibilityState === 'visible') await once()
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
