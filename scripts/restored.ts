import type { Restaurant } from '#orders/restaurant.ts'
import { allRestaurants, findRestaurant } from '#orders/restaurants.ts'
import { setAsideLostNumbers } from '#orders/set-aside-lost-numbers.ts'

/**
 * After a restore: no number is given that somebody may still hold from before. Without a slug in every restaurant with a queue.
 * Returns a line for each; throws one line where there is no such restaurant.
 */
export async function restored(slugs: string[] = []): Promise<string> {
  const restaurants = slugs.length > 0 ? [theOnly(slugs)] : allRestaurants().filter(hasQueue)
  const lines = []
  for (const restaurant of restaurants) {
    const { next, roundFrom } = await setAsideLostNumbers(restaurant)
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: restaurant.timeZone, timeStyle: 'short' })
    lines.push(
      `${restaurant.name}: the next number is ${next}; those up to ${restaurant.numbers.upTo} come round again from ${clock.format(roundFrom)} on.`,
    )
  }
  return lines.join('\n')
}

function theOnly(slugs: string[]): Restaurant {
  const restaurant = slugs.length === 1 ? findRestaurant(slugs[0] ?? '') : undefined
  if (restaurant && hasQueue(restaurant)) return restaurant
  throw new Error(
    `No restaurant with a queue is called ${slugs.join(' ')}: say npm run orders -- restored office, or restored alone for all.`,
  )
}

function hasQueue({ service }: Restaurant): boolean {
  return service === 'queue'
}
