import { z } from 'zod'
import { onePerProcess } from '#orders/one-per-process.ts'
import { withRedis } from '#orders/redis.ts'
import { run, script } from '#orders/script.ts'
import { drawCustomers } from './customers.ts'
import { keyOfCustomer } from './keys.ts'
import { RushSettings } from './settings.ts'
import { TALE } from './tale.ts'
import type { Shift } from './tale-restaurants.ts'

/** A web process learns of a new rush within this time, so nobody comes before. */
export const KNOWN_EVERYWHERE_WITHIN_MS = 250

/** Longer than any rush; should its process die and never come back, the two restaurants are closed after it. */
const EXPIRES_SECONDS = 1800
const CURRENT = `{${TALE.slug}}:current`

const Current = z.object({ id: z.string(), settings: RushSettings, secret: z.string() })
type Current = z.infer<typeof Current>

/** The next one may be on already: that is left as it is. */
const FORGET = script(`
local text = call('GET', restaurant .. ':current')
if text and cjson.decode(text).id == ARGV[1] then call('DEL', restaurant .. ':current') end
`)

export async function announceRush(current: Current): Promise<void> {
  await withRedis(redis => redis.set(CURRENT, JSON.stringify(current), 'EX', EXPIRES_SECONDS))
}

export async function forgetRush(id: string): Promise<void> {
  await withRedis(redis => run(redis, FORGET, TALE, id))
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
      const current = Current.parse(JSON.parse(text))
      if (this.#shift?.id !== current.id) this.#shift = shiftOf(current)
    }
    return this.#shift
  }
}

function shiftOf({ id, settings, secret }: Current): Shift {
  const customers = new Map(
    drawCustomers(settings).map(customer => [keyOfCustomer(secret, customer.name), customer]),
  )
  return { id, settings, customerOf: key => customers.get(key) }
}
