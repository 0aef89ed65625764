import { TAKE_MEAN_MS } from './customers.ts'
import type { RushSettings } from './settings.ts'
import { TALE_MENU } from './tale-menu.ts'
import {
  allenCunneen,
  departureScv,
  EXPONENTIAL_SCV,
  pollaczekKhinchine,
  type Spread,
  utilisation,
  waitOfManyServers,
} from './theory.ts'

const METHODS = {
  'pollaczek-khinchine': { called: 'Pollaczek–Khinchine', exact: true },
  'erlang-c': { called: 'Erlang C', exact: true },
  'allen-cunneen': { called: 'Allen–Cunneen', exact: false },
} as const

/** What theory expects of one station in the long run. Times are those of the story; null is "grows without end". */
export type Station = {
  method: keyof typeof METHODS
  called: string
  exact: boolean
  servers: number
  /** 1 is busy all the time, and more is more than can be done. */
  busy: number
  serviceMs: number
  waitMs: number | null
}

export type Foretold = {
  apartment: { hands: Station; counterMs: number | null; foodMs: number | null }
  office: { clerks: Station; cooks: Station; counterMs: number | null; foodMs: number | null }
}

/**
 * The mean clocks that theory expects of a rush that went on for ever. It knows nobody who walks out, no giant order and
 * no cook who leaves, and it begins with lines as they are in the long run, not with none.
 */
export function foretell(settings: RushSettings): Foretold {
  const rate = settings.perMinute / 60_000
  const take: Spread = { mean: TAKE_MEAN_MS, scv: EXPONENTIAL_SCV }
  const cook = cookingOf(settings.size)

  const hands = station(rate, 1, inTurn(take, cook), settings.apartmentHands)
  const clerks = station(rate, 1, take, settings.clerks)
  const leaving = departureScv(1, take.scv, clerks.busy, settings.clerks)
  const cooks = station(rate, leaving, cook, settings.cooks)

  const served = through(hands)
  const seated = through(clerks)
  return {
    apartment: { hands, counterMs: served, foodMs: served },
    office: { clerks, cooks, counterMs: seated, foodMs: plus(seated, through(cooks)) },
  }
}

/** What an order of `size` portions on average takes a cook: a geometric number of dishes, each as likely as the next. */
export function cookingOf(size: number): Spread {
  const times = TALE_MENU.map(({ cookSeconds }) => cookSeconds * 1000)
  const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length
  const variance = times.reduce((sum, ms) => sum + (ms - mean) ** 2, 0) / times.length
  const total = size * mean
  return { mean: total, scv: (size * variance + mean ** 2 * size * (size - 1)) / total ** 2 }
}

/** One thing after the other, by the same pair of hands. */
export function inTurn(first: Spread, second: Spread): Spread {
  const mean = first.mean + second.mean
  return { mean, scv: (first.scv * first.mean ** 2 + second.scv * second.mean ** 2) / mean ** 2 }
}

function station(rate: number, arrivalScv: number, service: Spread, servers: number): Station {
  const byChance = Math.abs(arrivalScv - 1) < 1e-9
  const isServedByChance = Math.abs(service.scv - 1) < 1e-9
  const method =
    byChance && servers === 1
      ? 'pollaczek-khinchine'
      : byChance && isServedByChance
        ? 'erlang-c'
        : 'allen-cunneen'
  const waits: Record<typeof method, () => number | null> = {
    'erlang-c': () => waitOfManyServers(rate, service.mean, servers),
    'pollaczek-khinchine': () => pollaczekKhinchine(rate, service),
    'allen-cunneen': () => allenCunneen(rate, arrivalScv, service, servers),
  }
  const busy = utilisation(rate, service.mean, servers)
  return { method, ...METHODS[method], servers, busy, serviceMs: service.mean, waitMs: waits[method]() }
}

function through({ waitMs, serviceMs }: Station): number | null {
  return plus(waitMs, serviceMs)
}

function plus(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other
}
