import type { Board } from './board.ts'
import { lookOut } from './lookout.ts'
import type { Restaurant } from './restaurant.ts'

/** The board of a restaurant with a queue, at most two seconds old. Throws `RedisAway`. */
export function currentBoard(restaurant: Restaurant): Promise<Board> {
  return lookOut(restaurant).current()
}
