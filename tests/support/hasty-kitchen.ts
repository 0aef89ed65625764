import { findRestaurant } from '#orders/restaurants.ts'
import { runKitchens } from '#orders/run-kitchens.ts'

/** A kitchen as it is, but for its patience: what takes it a minute takes this one some seconds. */
const restaurant = findRestaurant(process.argv[2] ?? '')
if (restaurant) runKitchens([restaurant], { lockMs: 1_000, lookForStalledEveryMs: 500 })
