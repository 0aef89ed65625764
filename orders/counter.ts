import { cookMeal } from './cook-meal.ts'
import { environment } from './environment.ts'
import type { Line } from './line.ts'
import { onePerProcess } from './one-per-process.ts'
import type { Order, OrderRequest } from './order.ts'
import { fingerprint, prepare, secondsToCook } from './prepare-order.ts'
import { ReceiptNumbers } from './receipt-numbers.ts'
import { CustomerLeft, KeyReused, LineFull } from './refusals.ts'
import type { Restaurant } from './restaurant.ts'
import { stampedSnapshot, View } from './view.ts'

/** So many meals are remembered after they were handed over, for those who ask again with the same key. */
const REMEMBERED_MEALS = 500

/** So many may stand in line, whatever they want: each holds a connection. */
const MOST_STANDING = 1000

/** One order at the counter, and how many connections wait for it: a customer who repeats the request stands here too. */
type Visit = {
  fingerprint: string
  request: OrderRequest
  cookSeconds: number
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
 * The same key gets the same meal. Throws `InvalidOrder`, `KeyReused`, `LineFull`.
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
  /** By id, looked up rather than compared: how long that takes tells nothing of an id. */
  #meals = new Map<string, Order>()
  #standing: Visit[] = []
  #receipts: ReceiptNumbers
  #served: Visit | undefined

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
    const { items } = prepare(this.#restaurant, request)
    const known = this.#visits.get(key)
    if (known && known.fingerprint !== fingerprint(request))
      throw new KeyReused('this key was used with another order')

    const visit = known ?? this.#joinLine(request, secondsToCook(items), key)
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
    return this.#meals.get(id) ?? null
  }

  line(): Line {
    const people = this.#standing.length + (this.#served ? 1 : 0)
    return { restaurant: this.#restaurant.slug, asOf: new Date().toISOString(), people }
  }

  #joinLine(request: OrderRequest, cookSeconds: number, key: string): Visit {
    this.#refuseIfFull()
    const visit: Visit = {
      fingerprint: fingerprint(request),
      request,
      cookSeconds,
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

  /** There is room when the clerk has taken as much as is too much; that is after what is in hand, and at most so much more. */
  #refuseIfFull(): void {
    const { maxQueued = Number.POSITIVE_INFINITY } = this.#restaurant
    const tooMuch = this.#standing.reduce((sum, { cookSeconds }) => sum + cookSeconds, 0) - maxQueued
    if (tooMuch <= 0 && this.#standing.length < MOST_STANDING) return

    const inHand = this.#served?.cookSeconds ?? 0
    throw new LineFull(Math.ceil((inHand + Math.max(0, tooMuch)) / environment().kitchenSpeed))
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
    if (this.#served) return
    for (let visit = this.#standing.shift(); visit; visit = this.#standing.shift()) {
      this.#served = visit
      this.#showLine()
      visit.order = await cookMeal(this.#restaurant, visit, () => this.#receipts.take())
      this.#meals.set(visit.order.id, visit.order)
      visit.served.resolve(visit.order)
      this.#forgetOldMeals()
    }
    this.#served = undefined
    this.#showLine()
  }

  #forgetOldMeals(): void {
    for (const [key, visit] of this.#visits) {
      if (this.#visits.size <= REMEMBERED_MEALS + this.#standing.length) return
      if (!visit.order) continue
      this.#visits.delete(key)
      this.#meals.delete(visit.order.id)
    }
  }

  #showLine(): void {
    this.view.show(stampedSnapshot(this.line()))
  }
}
