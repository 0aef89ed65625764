import type { Board } from '#orders/board.ts'
import { currentBoard } from '#orders/current-board.ts'
import { RedisAway } from '#orders/refusals.ts'
import type { Restaurant } from '#orders/restaurant.ts'

/** For the first paint of a page that polls: without Redis it comes up all the same, says so, and recovers by itself. */
export async function boardIfReachable(restaurant: Restaurant): Promise<Board | undefined> {
  try {
    return await currentBoard(restaurant)
  } catch (error) {
    if (error instanceof RedisAway) return undefined
    throw error
  }
}
