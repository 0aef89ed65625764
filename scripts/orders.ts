import { collectOrder } from '#orders/collect-order.ts'
import { findNumber } from '#orders/find-number.ts'
import { listOrders } from '#orders/list-orders.ts'
import { hangUp } from '#orders/redis.ts'
import type { Restaurant } from '#orders/restaurant.ts'
import { findRestaurant } from '#orders/restaurants.ts'
import { retryOrder } from '#orders/retry-order.ts'
import { restored } from './restored.ts'
import { tableOf } from './table-of.ts'

const USAGE = `Say what to do and with which order, one at a time, in one of these ways:
  npm run orders -- list office         all that nobody has collected yet
  npm run orders -- retry office 42     back to the head of the line, when it says "See the counter"
  npm run orders -- collect office 42   handed over at the counter
  npm run orders -- restored office     after a restore: gives no number that somebody may hold; without office, in all`

const VERBS = new Map<string, (restaurant: Restaurant, number: number) => Promise<string>>([
  ['list', list],
  ['retry', retry],
  ['collect', collect],
])

const [word = '', ...words] = process.argv.slice(2)
try {
  console.log(word === 'restored' ? await restored(words) : await atTheCounter(word, words))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
hangUp()

async function atTheCounter(word: string, [slug = '', ...numerals]: string[]): Promise<string> {
  const verb = VERBS.get(word)
  const restaurant = findRestaurant(slug)
  const [numeral = '', ...more] = numerals
  const isOneOrder = /^[1-9]\d*$/.test(numeral) && more.length === 0
  if (!verb || restaurant?.service !== 'queue' || !(word === 'list' ? numerals.length === 0 : isOneOrder)) {
    throw new Error(USAGE)
  }
  return await verb(restaurant, Number(numeral))
}

async function list(restaurant: Restaurant): Promise<string> {
  const { orders, total } = await listOrders(restaurant)
  if (orders.length === 0) return `${restaurant.name}: no orders.`
  const more = total > orders.length ? `\n… and ${total - orders.length} more.` : ''
  return tableOf(orders, restaurant.timeZone) + more
}

async function retry(restaurant: Restaurant, number: number): Promise<string> {
  const outcome = await retryOrder(restaurant, number)
  if (outcome === 'retried') return `Order ${number} is back at the head of the line.`
  if (outcome === 'unknown') throw new Error(noOrder(restaurant, number))
  throw new Error(`Order ${number} does not wait for a person: it is ${outcome}.`)
}

async function collect(restaurant: Restaurant, number: number): Promise<string> {
  const id = await findNumber(restaurant, number)
  const order = id && (await collectOrder(restaurant, id))
  if (!order) throw new Error(noOrder(restaurant, number))
  return `Order ${number} is collected.`
}

function noOrder({ name }: Restaurant, number: number): string {
  return `${name} has no order ${number}. One that was collected is out of the queue and cannot be put back: order anew.`
}
