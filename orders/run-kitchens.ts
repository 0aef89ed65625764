import { HABITS, type Habits, openKitchen } from './kitchen.ts'
import type { Restaurant } from './restaurant.ts'
import { speakUnheard } from './speak-unheard.ts'

/** A kitchen that cannot close by then (Redis is away, say) ends as it is; its orders are taken up again by others. */
const CLOSE_WITHIN_MS = 18_000

/** Runs a kitchen for each of `restaurants` in this process, until it is told to stop; then ends the process. */
export function runKitchens(restaurants: Restaurant[], habits: Habits = HABITS): void {
  speakUnheard()
  const kitchens = restaurants.map(restaurant => openKitchen(restaurant, habits))
  console.log(
    `kitchen: cooking for ${restaurants.map(({ slug, cooks }) => `${slug} (${cooks} cooks)`).join(', ')}`,
  )

  process.once('SIGTERM', close)
  process.once('SIGINT', close)
  process.once('disconnect', close)

  for (const { stuck } of kitchens) {
    stuck.then(why => {
      console.error(`${why}; this process ends, to be started again`)
      process.exit(1)
    })
  }

  async function close(): Promise<void> {
    setTimeout(() => process.exit(1), CLOSE_WITHIN_MS)
    await Promise.all(kitchens.map(kitchen => kitchen.close()))
    process.exit(0)
  }
}
