import { environment } from '#orders/environment.ts'
import type { Restaurant } from '#orders/restaurant.ts'
import { currentShift } from './current-rush.ts'
import { taleRestaurant } from './tale-restaurants.ts'

/** One of the tale's two restaurants, with the hands and at the speed of the rush that is on. Throws `RedisAway`. */
export async function findTaleRestaurant(slug: string): Promise<Restaurant | undefined> {
  if (!environment().tale || !taleRestaurant(slug)) return undefined
  return taleRestaurant(slug, await currentShift())
}
