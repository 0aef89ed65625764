import type { OrderRequest } from '#orders/order.ts'
import { MAX_QUANTITY } from '#orders/order.ts'
import { between, type Draw, drawFor, exponential, geometric, oneOf } from './draw.ts'
import type { RushSettings } from './settings.ts'
import { TALE_MENU } from './tale-menu.ts'

/** How long a customer talks to whoever takes the order, on average. */
export const TAKE_MEAN_MS = 4_000

/** Who sits looks up now and then, and walks to the counter. The food is ready all the same. */
export const LOOK_UP_MS = 3_000

/** The giant order comes in this part of the rush, and the cook walks out in that. */
const COACH_COMES = [0.15, 0.3] as const
const COOK_LEAVES = [0.3, 0.5] as const

/** One customer of a rush. All times are those of the story. */
export type Customer = {
  /** 1, 2, 3 … in the order of arrival. */
  name: number
  arrivesAtMs: number
  items: OrderRequest['items']
  portions: number
  /** What all of it takes one cook. */
  cookMs: number
  /** How long the order takes to be said and understood. */
  takeMs: number
  /** How long this customer stands before walking out; null is for ever. */
  patienceMs: number | null
}

/**
 * The customers of a rush. Equal seeds give equal customers, whatever the speed and the hands.
 * They come by chance (a Poisson stream), and so do the times at the counter: so what leaves a counter is by chance again,
 * and theory has an exact word on both stations (Burke 1956).
 */
export function drawCustomers(settings: RushSettings): Customer[] {
  const { seed, minutes, perMinute } = settings
  const endsMs = minutes * 60_000
  const gaps = drawFor(seed, 'arrivals')

  const arrivals: { atMs: number; portions?: number }[] = []
  for (let atMs = exponential(gaps, 60_000 / perMinute); atMs < endsMs; ) {
    arrivals.push({ atMs })
    atMs += exponential(gaps, 60_000 / perMinute)
  }
  const coachAtMs = drawCoach(settings)
  if (coachAtMs !== null) {
    arrivals.push({ atMs: coachAtMs, portions: settings.coachPortions })
    arrivals.sort((one, other) => one.atMs - other.atMs)
  }
  return dress(arrivals, settings)
}

/** Who of the customers of a rush has the giant order, if anybody has. */
export function partyOf(settings: RushSettings, customers: Customer[]): Customer | undefined {
  const atMs = drawCoach(settings)
  return customers.find(({ arrivesAtMs }) => arrivesAtMs === atMs)
}

/** When the giant order comes, or null when none does. */
function drawCoach({ seed, minutes, coachPortions }: RushSettings): number | null {
  return coachPortions > 0 ? minutes * 60_000 * between(drawFor(seed, 'coach'), ...COACH_COMES) : null
}

/** When the cook walks out, or null when none does. */
export function drawWalkOut({ seed, minutes, cookWalksOut }: RushSettings): number | null {
  return cookWalksOut ? minutes * 60_000 * between(drawFor(seed, 'walk-out'), ...COOK_LEAVES) : null
}

/** Each has a source of chance of their own, so that one who comes in between changes nobody. */
function dress(arrivals: { atMs: number; portions?: number }[], settings: RushSettings): Customer[] {
  const { seed, size, patienceMinutes } = settings
  const draws = {
    takes: drawFor(seed, 'takes'),
    sizes: drawFor(seed, 'sizes'),
    dishes: drawFor(seed, 'dishes'),
    patience: drawFor(seed, 'patience'),
    coach: drawFor(seed, 'coach dishes'),
  }
  return arrivals.map(({ atMs, portions: giant }, index) => {
    const portions = giant ?? Math.min(geometric(draws.sizes, size), MAX_PORTIONS)
    const dishes = Array.from({ length: portions }, () =>
      oneOf(giant ? draws.coach : draws.dishes, TALE_MENU),
    )
    return {
      name: index + 1,
      arrivesAtMs: atMs,
      items: gather(dishes.map(({ id }) => id)),
      portions,
      cookMs: dishes.reduce((sum, { cookSeconds }) => sum + cookSeconds * 1000, 0),
      takeMs: exponential(draws.takes, TAKE_MEAN_MS),
      patienceMs: giant ? null : drawPatience(draws.patience, patienceMinutes),
    }
  })
}

/** What fits into an order whatever the dishes. */
const MAX_PORTIONS = 60

/** Nobody leaves before half of the mean. */
function drawPatience(draw: Draw, minutes: number | null): number | null {
  const half = (minutes ?? 0) * 30_000
  const drawn = half + exponential(draw, half)
  return minutes === null ? null : drawn
}

/** An order names a dish once, up to twenty of it in a line. */
function gather(dishes: string[]): OrderRequest['items'] {
  const counts = new Map<string, number>()
  for (const id of dishes) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].flatMap(([id, count]) =>
    Array.from({ length: Math.ceil(count / MAX_QUANTITY) }, (_, line) => ({
      id,
      quantity: Math.min(MAX_QUANTITY, count - line * MAX_QUANTITY),
    })),
  )
}
