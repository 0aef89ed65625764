import { findRestaurant } from '#orders/restaurants.ts'
import { runKitchens } from '#orders/run-kitchens.ts'

/** A kitchen as it is, but for its patience: what takes it a minute takes this one some seconds. */
const restaurant = findRestaurant(process.argv[2] ?? '')
const habits = { lockMs: 1_000, lookForStalledEveryMs: 500, noSignAfterMs: 500, stuckAfterMs: 3_000 }
if (restaurant) runKitchens([restaurant], habits)
