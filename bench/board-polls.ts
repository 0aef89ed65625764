import { call } from '#tests/support/call-api.ts'
import type { Nugget } from '#tests/support/start-nugget.ts'
import { compareRates } from './rate.ts'

/**
 * Board polls answered a second, against an empty JSON route handler of the same server, and against the shortest answer it gives
 * at an address with a name in it, as the board's has: Next.js takes longer to find such a handler than one at a fixed address.
 */
export async function measureBoardPolls({ url }: Nugget) {
  const board = await call(url, '/api/bench/board')
  return await compareRates({
    empty: { url: `${url}/api/health/live`, expectStatus: 200 },
    named: { url: `${url}/api/bench/nothing`, expectStatus: 404 },
    unchanged: {
      url: `${url}/api/bench/board`,
      headers: { 'If-None-Match': board.headers.get('etag') ?? '' },
      expectStatus: 304,
    },
    whole: { url: `${url}/api/bench/board`, expectStatus: 200 },
  })
}
