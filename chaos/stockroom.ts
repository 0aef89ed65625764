import { z } from 'zod'
import type { Stock } from './history.ts'
import type { Listener } from './listener.ts'
import { SLUG } from './restaurant.ts'
import type { System } from './system.ts'

const QUEUE = `{${SLUG}}:orders:`
const PAGE = 1000

const StreamFacts = z
  .array(z.unknown())
  .transform(facts => Object.fromEntries(pairs(facts)))
  .pipe(z.object({ 'entries-added': z.number(), 'last-generated-id': z.string() }))

/** Looks straight into Redis, past all that answers for it. */
export class Stockroom {
  #redis: ReturnType<System['dial']>

  constructor(system: System) {
    this.#redis = system.dial()
  }

  /** Nothing waits and nothing cooks, and all that the queue told was heard. */
  async isQuiet(listener: Listener): Promise<boolean> {
    const waiting = await Promise.all([
      this.#redis.llen(`${QUEUE}wait`),
      this.#redis.llen(`${QUEUE}active`),
      this.#redis.zcard(`${QUEUE}delayed`),
    ])
    const { 'last-generated-id': last } = await this.#events()
    return waiting.every(count => count === 0) && listener.at === last
  }

  async takeStock(listener: Listener): Promise<Stock> {
    const { 'entries-added': eventsTold } = await this.#events()
    const ids = new Set<string>()
    let cursor = '0'
    do {
      const [next, keys] = await this.#redis.scan(cursor, 'MATCH', `${QUEUE}*`, 'COUNT', PAGE)
      for (const key of keys) {
        const id = /^[0-9a-f]{32}$/.exec(key.slice(QUEUE.length))?.[0]
        if (id) ids.add(id)
      }
      cursor = next
    } while (cursor !== '0')
    return { what: 'stock', at: Date.now(), ids: [...ids], eventsTold, eventsRead: listener.read }
  }

  close(): void {
    this.#redis.disconnect()
  }

  async #events() {
    return StreamFacts.parse(await this.#redis.call('XINFO', 'STREAM', `${QUEUE}events`))
  }
}

function pairs(facts: unknown[]): [string, unknown][] {
  return facts.flatMap((fact, index) =>
    index % 2 === 0 ? [[String(fact), facts[index + 1]] as [string, unknown]] : [],
  )
}
