import { setTimeout as pause } from 'node:timers/promises'
import { createPoll, PollFailed } from '#app/poll.ts'
import { Board } from '#orders/board.ts'
import { Order } from '#orders/order.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { some } from '#tests/support/kitchen-table.ts'
import type { Nugget } from '#tests/support/start-nugget.ts'
import { until } from '#tests/support/until.ts'

const AWAY_MS = 4_000

/**
 * Milliseconds from the moment a part is there again, Redis or the web server, until each of `walls`, which poll as the wall in the browser
 * does, holds a board with an order that was placed after it.
 */
export async function measureWallsBack(
  nugget: Nugget,
  walls: number,
): Promise<{ redis: number; web: number }> {
  const closing = new AbortController()
  const boards = Array.from({ length: walls }, () => watch(nugget.url, closing.signal))
  await until('every wall has a board', () => boards.every(wall => wall.board))

  await nugget.redis().kill()
  await pause(AWAY_MS)
  await nugget.restartRedis()
  const redis = await untilRight(nugget.url, boards)

  await nugget.webs[0]?.end('SIGKILL')
  await pause(AWAY_MS)
  await nugget.webs[0]?.start()
  await until('ready', async () => (await call(nugget.url, '/api/health/ready')).status === 200)
  const web = await untilRight(nugget.url, boards)

  closing.abort()
  await Promise.all(boards.map(wall => wall.closed))
  return { redis, web }
}

type Wall = { board?: Board; closed: Promise<void> }

function watch(url: string, closing: AbortSignal): Wall {
  const poll = createPoll<Board>(`${url}/api/bench/board`)
  const wall: Wall = { closed: Promise.resolve() }
  wall.closed = (async () => {
    while (!closing.aborted) {
      try {
        const { data, restMs } = await poll.next()
        wall.board = Board.parse(data)
        await pause(restMs)
      } catch (error) {
        if (!(error instanceof PollFailed)) throw error
        await pause(error.restMs)
      }
    }
  })()
  return wall
}

async function untilRight(url: string, walls: Wall[]): Promise<number> {
  const startedAt = performance.now()
  const placed = await until('an order is taken', async () => {
    const { status, body } = await postOrder(url, { restaurant: 'bench', body: some('espresso') })
    return status === 202 && Order.parse(body)
  })
  await until('every wall shows it', () =>
    walls.every(wall => wall.board?.preparing.some(({ number }) => number === placed.number)),
  )
  return performance.now() - startedAt
}
