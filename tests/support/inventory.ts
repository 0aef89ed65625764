import type { Redis } from 'ioredis'
import type { Restaurant } from '#orders/restaurant.ts'
import { keyOf, QUEUE_NAME } from '#orders/script.ts'

export type Holding = { keys: number; bytes: number }

const JOB = /^[0-9a-f]{32}$/

/** Everything that Redis holds, by kind: orders by where they lie in the queue, everything else by its own name. */
export async function takeInventory(redis: Redis, restaurant: Restaurant): Promise<Map<string, Holding>> {
  const queue = `${keyOf(restaurant)}:${QUEUE_NAME}:`
  const [completed, failed] = await Promise.all(
    ['completed', 'failed'].map(async state => new Set(await redis.zrange(queue + state, '0', '-1'))),
  )
  const kindOf = (key: string) => {
    const name = key.startsWith(queue) ? key.slice(queue.length) : key
    if (!JOB.test(name)) return name.replace(`${keyOf(restaurant)}:`, '')
    if (completed?.has(name)) return 'orders not collected'
    if (failed?.has(name)) return 'orders that need a person'
    return 'orders collected'
  }

  const inventory = new Map<string, Holding>()
  const keys = await redis.keys('*')
  const sizes = await Promise.all(keys.map(key => redis.memory('USAGE', key, 'SAMPLES', 0)))
  for (const [index, key] of keys.entries()) {
    const held = inventory.get(kindOf(key)) ?? { keys: 0, bytes: 0 }
    inventory.set(kindOf(key), { keys: held.keys + 1, bytes: held.bytes + (sizes[index] ?? 0) })
  }
  return inventory
}
