import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { placeOrder } from '#orders/place-order.ts'
import { findRestaurant } from '#orders/restaurants.ts'
import { keyOf, QUEUE_NAME } from '#orders/script.ts'
import { newKey, some } from '#tests/support/kitchen-table.ts'
import { Part } from '#tests/support/part.ts'
import { until } from '#tests/support/until.ts'
import { memoryOf } from './memory.ts'
import { median } from './rate.ts'

const ORDERS = 10_000
const ROUNDS = 3
const BARE_PREFIX = '{bare}'

/** Orders cooked a second at no cook time by one kitchen, against a bare BullMQ worker with as many jobs in flight. */
export async function measureOrdersCooked(redisUrl: string) {
  const redis = new Redis({ path: redisUrl.slice('unix:'.length) })
  const kitchen = { rates: [] as number[], memory: 0 }
  const bare = { rates: [] as number[], memory: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    await placeMany()
    await cook(kitchen, 'workers/kitchen.ts', keyOf({ slug: 'bench' }))
    await addMany(redis)
    await cook(bare, 'bench/bare-worker.ts', BARE_PREFIX)
  }
  redis.disconnect()
  return { kitchen: median(kitchen.rates), bare: median(bare.rates), memory: kitchen.memory }

  async function cook(result: typeof kitchen, program: string, prefix: string): Promise<void> {
    const completed = `${prefix}:${QUEUE_NAME}:completed`
    const before = await redis.zcard(completed)
    const part = new Part(program, [program], {}, ({ output }) => output.length > 0)
    await part.start()
    await until('warm', async () => (await redis.zcard(completed)) - before >= ORDERS / 10, 120_000)
    const warm = await redis.zcard(completed)
    const startedAt = performance.now()
    await until('cooked', async () => (await redis.zcard(completed)) - before >= ORDERS, 120_000)
    result.rates.push((before + ORDERS - warm) / ((performance.now() - startedAt) / 1000))
    result.memory = memoryOf(part.pid)
    await part.end()
  }
}

async function placeMany(): Promise<void> {
  const restaurant = findRestaurant('bench')
  if (!restaurant) throw new Error('bench/restaurants/bench.json is missing')
  for (let placed = 0; placed < ORDERS; placed += 100) {
    await Promise.all(Array.from({ length: 100 }, () => placeOrder(restaurant, some('water'), newKey())))
  }
}

async function addMany(connection: Redis): Promise<void> {
  const queue = new Queue(QUEUE_NAME, { connection, prefix: BARE_PREFIX })
  const data = { items: [{ id: 'water', name: 'Water', quantity: 1, cookSeconds: 0 }], dining: 'eat-in' }
  await queue.addBulk(Array.from({ length: ORDERS }, () => ({ name: 'order', data })))
  await queue.close()
}
