import { closeWhenTold } from './close-restaurant.ts'
import { environment } from './environment.ts'
import { dialForRates } from './rates.ts'
import { logNowAndThen, withRedis } from './redis.ts'
import { allRestaurants } from './restaurants.ts'
import { speakUnheard } from './speak-unheard.ts'

/** Opens this web process for customers: settings and files are checked, Redis is dialled, and the end is prepared. */
export async function openRestaurant(): Promise<void> {
  speakUnheard()
  try {
    environment()
    allRestaurants()
  } catch (error) {
    console.error(`nugget: ${error instanceof Error ? error.message : error}`)
    process.exit(1)
  }

  closeWhenTold()
  await Promise.all([withRedis(redis => redis.ping()), dialForRates()]).catch(logNowAndThen('nugget'))
}
