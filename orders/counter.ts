import { cookMeal } from './cook-meal.ts'
import { kitchenSpeed } from './kitchen-speed.ts'
import type { Line } from './line.ts'
import { onePerProcess } from './one-per-process.ts'
import type { Order, OrderRequest } from './order.ts'
import { fingerprint, prepare, secondsToCook } from './prepare-order.ts'
import { ReceiptNumbers } from './receipt-numbers.ts'
import { CustomerLeft, KeyReused, LineFull } from './refusals.ts'
import type { Restaurant } from './restaurant.ts'
import { comeBackAfter, untilTaken } from './until-room.ts'
import { snapshot, stampedSnapshot, View } from './view.ts'

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
  key: string
  takeMs: number
  /** What a clerk needs for it, and from when on one does. */
  serviceMs: number
  servedFrom?: number
  waiting: number
  served: PromiseWithResolvers<Order>
  order?: Order
}

/** The one counter of this process for `restaurant`; another shift finds another. */
function counterOf(restaurant: Restaurant): Counter {
  const counters = onePerProcess('counters', () => new Map<string, Counter>())
  const known = counters.get(restaurant.slug)
  if (known?.shift === restaurant.shift?.id && known) return known
  const counter = new Counter(restaurant)
  counters.set(restaurant.slug, counter)
  return counter
}

/**
 * The restaurant without a queue: resolves when the food is cooked, in the order of arrival, as many at a time as there are cooks,
 * each of whom takes an order and cooks it.
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

/** Who stands in line and whom each clerk serves, by idempotency key. Only for those who know every key anyway. */
export function viewOfCrowd(restaurant: Restaurant): View {
  return counterOf(restaurant).crowd
}

class Counter {
  readonly view = new View()
  readonly crowd = new View()
  readonly shift: string | undefined
  #restaurant: Restaurant
  #visits = new Map<string, Visit>()
  /** By id, looked up rather than compared: how long that takes tells nothing of an id. */
  #meals = new Map<string, Order>()
  #standing: Visit[] = []
  #receipts: ReceiptNumbers
  #clerks: (Visit | null)[]

  constructor(restaurant: Restaurant) {
    this.#restaurant = restaurant
    this.shift = restaurant.shift?.id
    this.#receipts = new ReceiptNumbers(restaurant.numbers.upTo)
    this.#clerks = Array(restaurant.cooks).fill(null)
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
    const people = this.#standing.length + this.#clerks.filter(visit => visit !== null).length
    return { restaurant: this.#restaurant.slug, asOf: new Date().toISOString(), people }
  }

  #joinLine(request: OrderRequest, cookSeconds: number, key: string): Visit {
    this.#refuseIfFull()
    const takeMs = this.#restaurant.shift?.takeMs(key) ?? 0
    const visit: Visit = {
      fingerprint: fingerprint(request),
      request,
      cookSeconds,
      placedAt: new Date(),
      key,
      takeMs,
      serviceMs: takeMs + (cookSeconds * 1000) / kitchenSpeed(this.#restaurant),
      waiting: 0,
      served: Promise.withResolvers(),
    }
    this.#visits.set(key, visit)
    this.#standing.push(visit)
    this.#showLine()
    const free = this.#clerks.indexOf(null)
    if (free !== -1) void this.#work(free)
    return visit
  }

  /** There is room when the clerks have taken so many that what still stands is not too much. */
  #refuseIfFull(): void {
    const { maxQueued = Number.POSITIVE_INFINITY, cooks } = this.#restaurant
    let people = this.#standing.length
    let work = this.#standing.reduce((sum, { cookSeconds }) => sum + cookSeconds, 0)
    const before: number[] = []
    for (const { cookSeconds, serviceMs } of this.#standing) {
      if (work <= maxQueued * cooks && people < MOST_STANDING) break
      people -= 1
      work -= cookSeconds
      before.push(serviceMs)
    }
    if (before.length > 0)
      throw new LineFull(comeBackAfter(untilTaken(cooks, [...this.#inHandMs(), ...before])))
  }

  /** What each clerk still has to do. */
  #inHandMs(): number[] {
    const now = performance.now()
    return this.#clerks.map(visit => Math.max(0, (visit?.servedFrom ?? now) + (visit?.serviceMs ?? 0) - now))
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

  async #work(clerk: number): Promise<void> {
    for (let visit = this.#standing.shift(); visit; visit = this.#standing.shift()) {
      this.#clerks[clerk] = visit
      visit.servedFrom = performance.now()
      this.#showLine()
      visit.order = await cookMeal(this.#restaurant, visit, () => this.#receipts.take())
      this.#meals.set(visit.order.id, visit.order)
      visit.served.resolve(visit.order)
      this.#forgetOldMeals()
    }
    this.#clerks[clerk] = null
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
    const line = this.line()
    this.view.show(stampedSnapshot(line))
    const standing = this.#standing.map(({ key }) => key)
    this.crowd.show(snapshot(line.asOf, { standing, served: this.#clerks.map(visit => visit?.key ?? null) }))
  }
}
