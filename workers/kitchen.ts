import { environment } from '#orders/environment.ts'
import { openKitchen } from '#orders/kitchen.ts'
import type { Restaurant } from '#orders/restaurant.ts'
import { allRestaurants } from '#orders/restaurants.ts'

/** A kitchen that cannot close by then (Redis is away, say) ends as it is; its orders are taken up again by others. */
const CLOSE_WITHIN_MS = 18_000

const restaurants = chooseRestaurants(process.argv.slice(2))
const kitchens = restaurants.map(openKitchen)
console.log(
  `kitchen: cooking for ${restaurants.map(({ slug, cooks }) => `${slug} (${cooks} cooks)`).join(', ')}`,
)

process.once('SIGTERM', close)
process.once('SIGINT', close)
process.once('disconnect', close)

async function close(): Promise<void> {
  setTimeout(() => process.exit(1), CLOSE_WITHIN_MS)
  await Promise.all(kitchens.map(kitchen => kitchen.close()))
  process.exit(0)
}

/** Those named on the command line, or all with a queue. */
function chooseRestaurants(slugs: string[]): Restaurant[] {
  try {
    environment()
    const withQueue = allRestaurants().filter(({ service }) => service === 'queue')
    const unknown = slugs.find(slug => !withQueue.some(restaurant => restaurant.slug === slug))
    if (unknown) throw new Error(`no restaurant with a queue is called ${unknown}`)
    return slugs.length === 0 ? withQueue : withQueue.filter(({ slug }) => slugs.includes(slug))
  } catch (error) {
    console.error(`kitchen: ${error instanceof Error ? error.message : error}`)
    process.exit(1)
  }
}
