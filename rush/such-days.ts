import { drawCustomers } from './customers.ts'
import { meanOf } from './interval.ts'
import type { RushSettings } from './settings.ts'

const DAYS = 200
/** The share of them whose means lie beside the range: one in twenty. */
const BESIDE = 1 / 20

const MOST_SEED = 2 ** 31 - 1

/** Between which times, in milliseconds of the story, a day's mean lies almost always. */
export type Range = { least: number; most: number }

type Clocks<T> = { apartment: T; counter: T; food: T }

/**
 * Days like the one of `settings`, each with other customers, by arithmetic alone; and the range in which the means of
 * nineteen in twenty of them lie. A day that begins empty and ends is held against its like, which theory of the long run is not
 * (independent replications of what terminates: Law, Simulation Modeling and Analysis, 5th ed. 2015, § 9.4). Null when nobody was served.
 */
export function suchDays(settings: RushSettings): Clocks<Range | null> {
  const days = Array.from({ length: DAYS }, (_, day) =>
    dayOnPaper({ ...settings, seed: ((settings.seed + day) % MOST_SEED) + 1 }),
  )
  return {
    apartment: rangeOf(days.map(day => day.apartment)),
    counter: rangeOf(days.map(day => day.counter)),
    food: rangeOf(days.map(day => day.food)),
  }
}

/** The clocks of a day's customers, in the order in which they came, if nothing but talking, cooking and standing took any time. */
export function dayOnPaper(settings: RushSettings): Clocks<number[]> {
  const customers = drawCustomers(settings)
  const both = customers.map(customer => ({ ...customer, serviceMs: customer.takeMs + customer.cookMs }))
  const talks = customers.map(customer => ({ ...customer, serviceMs: customer.takeMs }))
  const seated = serve(talks, settings.clerks).sort((one, other) => one.endsMs - other.endsMs)
  const orders = seated.map(({ customer, endsMs }) => ({
    ...customer,
    arrivesAtMs: endsMs,
    serviceMs: customer.cookMs,
    patienceMs: null,
    cameMs: customer.arrivesAtMs,
  }))
  return {
    apartment: serve(both, settings.apartmentHands).map(
      ({ customer, endsMs }) => endsMs - customer.arrivesAtMs,
    ),
    counter: seated.map(({ customer, endsMs }) => endsMs - customer.arrivesAtMs),
    food: serve(orders, settings.cooks).map(({ customer, endsMs }) => endsMs - customer.cameMs),
  }
}

type Turn = { arrivesAtMs: number; serviceMs: number; patienceMs: number | null }

/**
 * One line for `servers`, first come first served: when each is done (Kiefer and Wolfowitz 1955). Whoever would stand for longer
 * than their patience leaves, and is not among them.
 */
function serve<T extends Turn>(line: T[], servers: number): { customer: T; endsMs: number }[] {
  const free = Array<number>(servers).fill(0)
  return line.flatMap(customer => {
    const soonestMs = Math.min(...free)
    const startsMs = Math.max(customer.arrivesAtMs, soonestMs)
    if (customer.patienceMs !== null && startsMs - customer.arrivesAtMs > customer.patienceMs) return []
    const endsMs = startsMs + customer.serviceMs
    free[free.indexOf(soonestMs)] = endsMs
    return [{ customer, endsMs }]
  })
}

function rangeOf(days: number[][]): Range | null {
  const means = days
    .filter(times => times.length > 0)
    .map(meanOf)
    .sort((one, other) => one - other)
  const tail = Math.floor((BESIDE / 2) * means.length)
  const [least, most] = [means[tail], means[means.length - 1 - tail]]
  return least === undefined || most === undefined ? null : { least, most }
}
