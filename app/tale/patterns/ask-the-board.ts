import { createPoll } from '#app/poll.ts'
import { pause } from '#app/tale/pause.ts'
import type { Board } from '#orders/board.ts'
import type { Order } from '#orders/order.ts'

const BOARD = '/api/tale-office/board'
const EVERY_MS = 1_000
/** Whatever is not ready by then is not waited for. */
const FOR_MS = 20_000

/** `late`: of each number that became ready, how long after that the news of it was here, in ms. */
export type Count = { asked: number; late: number[] }
export const NOTHING: Count = { asked: 0, late: [] }

/** What is watched for: so many numbers, until the last is ready. `hereMs` is when something happened by this page's clock. */
export type Watch = { numbers: number; hereMs: (iso: string) => number }

type Ask = {
  watch: Watch
  closing: AbortSignal
  tell: (count: Count) => void
}

/** The simple way: a full answer every second, whether there is news or not. */
export async function askEverySecond(ask: Ask): Promise<void> {
  const startedAt = performance.now()
  let asked = 0
  await untilAllIsKnown(ask, async () => {
    await pause(Math.max(0, startedAt + asked * EVERY_MS - performance.now()), ask.closing)
    asked += 1
    const response = await fetch(BOARD, { cache: 'no-store', signal: ask.closing })
    const board: Board = await response.json()
    return board
  })
}

/** As the wall does: each answer comes when there is news, or after five seconds with none. */
export async function askAndWait(ask: Ask): Promise<void> {
  const poll = createPoll<Board>(BOARD)
  let restMs = 0
  await untilAllIsKnown(ask, async () => {
    await pause(restMs, ask.closing)
    const reading = await poll.next()
    restMs = reading.restMs
    return reading.data
  })
}

async function untilAllIsKnown({ watch, closing, tell }: Ask, next: () => Promise<Board>): Promise<void> {
  const until = performance.now() + FOR_MS
  const known = new Set<number>()
  let count = NOTHING
  while (known.size < watch.numbers && !closing.aborted && performance.now() < until) {
    const { ready } = await next()
    const arrivedMs = performance.now()
    const news = ready.filter(({ number }) => !known.has(number))
    for (const { number } of news) known.add(number)
    const late = news.map(({ since }) => Math.max(0, arrivedMs - watch.hereMs(since)))
    count = { asked: count.asked + 1, late: [...count.late, ...late] }
    tell(count)
  }
}

/**
 * The server's clock read by this page's: the server placed the order while its answer was on the way, half of which is taken
 * to be before that (Cristian 1989). So neither clock need be right, and the error is less than half of the way.
 */
export function clockOf({ placedAt }: Order, askedMs: number, answeredMs: number): Watch['hereMs'] {
  const placedMs = (askedMs + answeredMs) / 2
  return iso => placedMs + Date.parse(iso) - Date.parse(placedAt)
}
