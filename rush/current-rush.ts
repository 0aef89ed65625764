import { z } from 'zod'
import { onePerProcess } from '#orders/one-per-process.ts'
import { withRedis } from '#orders/redis.ts'
import { drawCustomers, TAKE_MEAN_MS } from './customers.ts'
import { RushSettings } from './settings.ts'
import type { Shift } from './tale-restaurants.ts'

/** A web process learns of a new rush within this time, so nobody comes before. */
export const KNOWN_EVERYWHERE_WITHIN_MS = 250

/** Longer than any rush; should its process die, the two restaurants are themselves again after it. */
const EXPIRES_SECONDS = 2 * 3600
const CURRENT = '{tale}:current'

const Current = z.object({ id: z.string(), settings: RushSettings })

/** The key with which customer `name` of rush `id` orders, on both sides. */
export function keyOfCustomer(id: string, name: number): string {
  return `rush-${id}-${name}`
}

/** The name of the customer who orders with `key`, or `guest`. */
export function customerOfKey(id: string, key: string): number | 'guest' {
  const name = Number(key.startsWith(`rush-${id}-`) ? key.slice(`rush-${id}-`.length) : Number.NaN)
  return Number.isInteger(name) && name > 0 ? name : 'guest'
}

export async function announceRush(id: string, settings: RushSettings): Promise<void> {
  await withRedis(redis => redis.set(CURRENT, JSON.stringify({ id, settings }), 'EX', EXPIRES_SECONDS))
}

export async function forgetRush(): Promise<void> {
  await withRedis(redis => redis.del(CURRENT))
}

/** The rush that is on, as it was at most 250 ms ago; undefined when none is. Throws `RedisAway`. */
export async function currentShift(): Promise<Shift | undefined> {
  const known = onePerProcess('current rush', () => new RushBoard())
  return known.read()
}

class RushBoard {
  #readAt = Number.NEGATIVE_INFINITY
  #reading: Promise<Shift | undefined> = Promise.resolve(undefined)
  #shift: Shift | undefined

  read(): Promise<Shift | undefined> {
    if (performance.now() - this.#readAt < KNOWN_EVERYWHERE_WITHIN_MS) return this.#reading
    this.#readAt = performance.now()
    this.#reading = this.#read()
    return this.#reading
  }

  async #read(): Promise<Shift | undefined> {
    const text = await withRedis(redis => redis.get(CURRENT))
    if (text === null) this.#shift = undefined
    else {
      const { id, settings } = Current.parse(JSON.parse(text))
      if (this.#shift?.id !== id) this.#shift = shiftOf(id, settings)
    }
    return this.#shift
  }
}

function shiftOf(id: string, settings: RushSettings): Shift {
  const customers = drawCustomers(settings)
  const takeMs = (key: string) => {
    const name = customerOfKey(id, key)
    return (name === 'guest' ? undefined : customers[name - 1]?.takeMs) ?? TAKE_MEAN_MS
  }
  return { id, settings, takeMs }
}
