import type { Restaurant } from '#orders/restaurant.ts'
import { type Customer, TAKE_MEAN_MS } from './customers.ts'
import type { RushSettings } from './settings.ts'
import { MISHAPS, TALE_MENU } from './tale-menu.ts'

export const APARTMENT = 'tale-apartment'
export const OFFICE = 'tale-office'

/** The office takes on as much as keeps its cooks busy for so long; then it asks people to come back later. */
export const MOST_QUEUED_MS = 120_000

const READY_MINUTES = 10

const IN_COMMON = {
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  languages: ['en'],
  numbers: { upTo: 999 },
}

/** What the two restaurants of the tale must know of the rush that is on. */
export type Shift = {
  id: string
  settings: Pick<RushSettings, 'speed' | 'apartmentHands' | 'cooks'>
  /** The customer of the rush who orders with `key`; anybody else is a guest. */
  customerOf: (key: string) => Pick<Customer, 'name' | 'takeMs'> | undefined
}

const NO_RUSH: Shift = {
  id: 'no rush',
  settings: { speed: 1, apartmentHands: 1, cooks: 1 },
  customerOf: () => undefined,
}

/**
 * The two restaurants of the tale, which no file describes and no landing page names. Everything in them takes as long as the story
 * says, divided by the speed of the rush; `KITCHEN_SPEED` does not reach them.
 */
export function taleRestaurant(slug: string, rush: Shift = NO_RUSH): Restaurant | undefined {
  const { id, settings, customerOf } = rush
  const { speed, apartmentHands, cooks } = settings
  const menu = TALE_MENU.map(item => ({ ...item, cookSeconds: item.cookSeconds / speed }))
  const inCommon = { ...IN_COMMON, readyMinutes: READY_MINUTES / speed }
  const shift = {
    id,
    isOpen: rush !== NO_RUSH,
    takeMs: (key: string) => (customerOf(key)?.takeMs ?? TAKE_MEAN_MS) / speed,
    isExpected: (key: string) => customerOf(key) !== undefined,
  }
  if (slug === APARTMENT) {
    return {
      ...inCommon,
      slug,
      name: 'Near my apartment',
      service: 'counter',
      cooks: apartmentHands,
      menu,
      shift,
    }
  }
  if (slug === OFFICE) {
    return {
      ...inCommon,
      slug,
      name: 'Near my office',
      service: 'queue',
      cooks,
      menu: [...menu, ...MISHAPS],
      maxQueued: MOST_QUEUED_MS / 1000 / speed,
      shift,
    }
  }
}
