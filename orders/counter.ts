import { cookMeal } from './cook-meal.ts'
import type { Line } from './line.ts'
import { onePerProcess } from './one-per-process.ts'
import type { Order, OrderRequest } from './order.ts'
import { fingerprint, prepare } from './prepare-order.ts'
import { ReceiptNumbers } from './receipt-numbers.ts'
import { CustomerLeft, KeyReused } from './refusals.ts'
import type { Restaurant } from './restaurant.ts'
import { stampedSnapshot, View } from './view.ts'

/** So many meals are remembered after they were handed over, for those who ask again with the same key. */
const REMEMBERED_MEALS = 500

/** One order at the counter, and how many connections wait for it: a customer who repeats the request stands here too. */
type Visit = {
  fingerprint: string
  request: OrderRequest
  placedAt: Date
  waiting: number
  served: PromiseWithResolvers<Order>
  order?: Order
}

/** The one counter of this process for `restaurant`. */
function counterOf(restaurant: Restaurant): Counter {
  const counters = onePerProcess('counters', () => new Map<string, Counter>())
  const counter = counters.get(restaurant.slug) ?? new Counter(restaurant)
  counters.set(restaurant.slug, counter)
  return counter
}

/**
 * The restaurant without a queue: resolves when the food is cooked, one customer at a time, in the order of arrival.
 * It all happens in this process and is gone with it, as it is where nobody writes an order down.
 * A customer whose `signal` aborts before their turn is out of the line: throws `CustomerLeft`.
 * The same key gets the same meal. Throws `InvalidOrder`, `KeyReused`.
 */
export async function serveAtCounter(
  restaurant: Restaurant,
  request: OrderRequest,
  key: string,
  signal: AbortSignal,
): Promise<{ order: Order; replayed: boolean }> {
  return counterOf(restaurant).serve(request, key, signal)
}

/** A meal that was handed over lately, or null. */
export function findMeal(restaurant: Restaurant, id: string): Order | null {
  return counterOf(restaurant).meal(id)
}

/** The customer has it: again, the same. Null when no such meal is remembered. */
export function collectMeal(restaurant: Restaurant, id: string): Order | null {
  const meal = counterOf(restaurant).meal(id)
  if (meal) {
    meal.collectedAt ??= new Date().toISOString()
    meal.status = 'collected'
  }
  return meal
}

export function currentLine(restaurant: Restaurant): Line {
  return counterOf(restaurant).line()
}

/** The line, for those who wait for it to change. */
export function viewOfLine(restaurant: Restaurant): View {
  return counterOf(restaurant).view
}

class Counter {
  readonly view = new View()
  #restaurant: Restaurant
  #visits = new Map<string, Visit>()
  #standing: Visit[] = []
  #receipts: ReceiptNumbers
  #clerkIsBusy = false

  constructor(restaurant: Restaurant) {
    this.#restaurant = restaurant
    this.#receipts = new ReceiptNumbers(restaurant.numbers.upTo)
    this.#showLine()
  }

  async serve(
    request: OrderRequest,
    key: string,
    signal: AbortSignal,
  ): Promise<{ order: Order; replayed: boolean }> {
    prepare(this.#restaurant, request)
    const known = this.#visits.get(key)
    if (known && known.fingerprint !== fingerprint(request))
      throw new KeyReused('this key was used with another order')

    const visit = known ?? this.#joinLine(request, key)
    visit.waiting += 1
    const leave = () => this.#leave(visit, key)
    signal.addEventListener('abort', leave, { once: true })
    if (signal.aborted) leave()
    try {
      return { order: await visit.served.promise, replayed: known !== undefined }
    } finally {
      signal.removeEventListener('abort', leave)
    }
  }

  meal(id: string): Order | null {
    for (const { order } of this.#visits.values()) if (order?.id === id) return order
    return null
  }

  line(): Line {
    const people = this.#standing.length + (this.#clerkIsBusy ? 1 : 0)
    return { restaurant: this.#restaurant.slug, asOf: new Date().toISOString(), people }
  }

  #joinLine(request: OrderRequest, key: string): Visit {
    const visit: Visit = {
      fingerprint: fingerprint(request),
      request,
      placedAt: new Date(),
      waiting: 0,
      served: Promise.withResolvers(),
    }
    this.#visits.set(key, visit)
    this.#standing.push(visit)
    this.#showLine()
    void this.#work()
    return visit
  }

  #leave(visit: Visit, key: string): void {
    visit.waiting -= 1
    const place = this.#standing.indexOf(visit)
    if (visit.waiting > 0 || place === -1) return
    this.#standing.splice(place, 1)
    this.#visits.delete(key)
    this.#showLine()
    visit.served.reject(new CustomerLeft('the customer left the line'))
  }

  async #work(): Promise<void> {
    if (this.#clerkIsBusy) return
    this.#clerkIsBusy = true
    for (let visit = this.#standing.shift(); visit; visit = this.#standing.shift()) {
      this.#showLine()
      visit.order = await cookMeal(this.#restaurant, visit, () => this.#receipts.take())
      visit.served.resolve(visit.order)
      this.#forgetOldMeals()
    }
    this.#clerkIsBusy = false
    this.#showLine()
  }

  #forgetOldMeals(): void {
    for (const [key, visit] of this.#visits) {
      if (this.#visits.size <= REMEMBERED_MEALS + this.#standing.length) return
      if (visit.order) this.#visits.delete(key)
    }
  }

  #showLine(): void {
    this.view.show(stampedSnapshot(this.line()))
  }
}
