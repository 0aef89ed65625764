import type { Restaurant } from '#orders/restaurant.ts'
import { allRestaurants, findRestaurant } from '#orders/restaurants.ts'
import { findTaleRestaurant } from '#rush/find-tale-restaurant.ts'
import { problem } from './problem.ts'
import { Refuse } from './problem-of.ts'

/** The restaurant that the address names, or the answer 404. */
export async function restaurantOf({
  params,
}: {
  params: Promise<{ restaurant: string }>
}): Promise<Restaurant> {
  const { restaurant: slug } = await params
  const restaurant = findRestaurant(slug) ?? (await findTaleRestaurant(slug))
  if (restaurant) return restaurant

  const known = allRestaurants().map(({ slug }) => slug)
  throw new Refuse(problem('no-such-restaurant', { detail: `Those here are ${known.join(', ')}.` }))
}
