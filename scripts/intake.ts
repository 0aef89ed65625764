import { pauseIntake, resumeIntake } from '#orders/pause-intake.ts'
import { hangUp } from '#orders/redis.ts'
import { findRestaurant } from '#orders/restaurants.ts'

const VERBS = new Map([
  ['pause', { change: pauseIntake, done: 'takes no new orders; what was placed goes on' }],
  ['resume', { change: resumeIntake, done: 'takes orders again' }],
])

/** `npm run intake -- pause office`: closes a restaurant for new orders, and `resume` opens it again. */
const [word = '', slug = '', ...more] = process.argv.slice(2)
try {
  const verb = VERBS.get(word)
  const restaurant = findRestaurant(slug)
  if (!verb || restaurant?.service !== 'queue' || more.length > 0) {
    throw new Error('Say pause or resume and one restaurant with a queue: npm run intake -- pause office')
  }
  await verb.change(restaurant)
  console.log(`${restaurant.name} ${verb.done}.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
hangUp()
