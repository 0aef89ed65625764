import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, type TestContext } from 'node:test'
import { Redis } from 'ioredis'
import { HABITS, type Habits, type Kitchen, openKitchen } from '#orders/kitchen.ts'
import type { OrderRequest } from '#orders/order.ts'
import { hangUp } from '#orders/redis.ts'
import type { Item, Restaurant } from '#orders/restaurant.ts'
import { shuttingDown } from '#orders/shutdown.ts'
import { type EmbeddedRedis, startRedis } from '#scripts/embedded-redis.ts'

/** Gives the tests of a file a Redis of their own, which the domain in this process then uses. */
export function withOwnRedis(): { server: () => EmbeddedRedis; client: () => Redis } {
  let server: EmbeddedRedis
  let client: Redis
  let dir: string

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'nugget-'))
    server = await startRedis({ dir })
    process.env.REDIS_URL = server.url
    process.env.KITCHEN_SPEED = '20'
    client = new Redis({ path: server.url.slice('unix:'.length) })
  })
  after(async () => {
    shuttingDown.start()
    hangUp()
    client.disconnect()
    await server.stop()
    await rm(dir, { recursive: true, force: true })
  })
  return { server: () => server, client: () => client }
}

/** Opens a kitchen that is closed at the end of the test, however it ends. */
export function openKitchenDuring(t: TestContext, restaurant: Restaurant, habits?: Partial<Habits>): Kitchen {
  const kitchen = openKitchen(restaurant, { ...HABITS, ...habits })
  t.after(() => kitchen.close())
  return kitchen
}

/** A restaurant of this test's own, so that tests run in any order and side by side. */
export function makeRestaurant(facts: Partial<Restaurant> = {}): Restaurant {
  return {
    slug: `test-${randomUUID().slice(0, 8)}`,
    name: 'Test kitchen',
    service: 'queue',
    cooks: 3,
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    languages: ['en'],
    readyMinutes: 10,
    numbers: { upTo: 999 },
    menu: [dish('nuggets-6', '6-piece nuggets', 8), dish('coffee', 'Coffee', 0.2), dish('water', 'Water', 0)],
    ...facts,
  }
}

export function dish(id: string, name: string, cookSeconds: number, failureRate = 0): Item {
  return { id, name, description: '', price: 490, cookSeconds, failureRate, picture: '/menu/nuggets-6.svg' }
}

export function some(id: string, quantity = 1): OrderRequest {
  return { items: [{ id, quantity }], dining: 'eat-in' }
}

export const newKey = randomUUID
