import { environment } from '#orders/environment.ts'
import type { Restaurant } from '#orders/restaurant.ts'
import { allRestaurants } from '#orders/restaurants.ts'
import { runKitchens } from '#orders/run-kitchens.ts'
import { OFFICE, taleRestaurant } from '#rush/tale-restaurants.ts'
import { giveSigns } from './give-signs.ts'

giveSigns()
runKitchens(chooseRestaurants(process.argv.slice(2)))

/** Those named on the command line, or all with a queue. */
function chooseRestaurants(slugs: string[]): Restaurant[] {
  try {
    environment()
    const withQueue = allRestaurants().filter(({ service }) => service === 'queue')
    const tale = environment().tale ? taleRestaurant(OFFICE) : undefined
    if (tale && slugs.includes(OFFICE)) return [tale]
    const unknown = slugs.find(slug => !withQueue.some(restaurant => restaurant.slug === slug))
    if (unknown) throw new Error(`no restaurant with a queue is called ${unknown}`)
    return slugs.length === 0 ? withQueue : withQueue.filter(({ slug }) => slugs.includes(slug))
  } catch (error) {
    console.error(`kitchen: ${error instanceof Error ? error.message : error}`)
    process.exit(1)
  }
}
