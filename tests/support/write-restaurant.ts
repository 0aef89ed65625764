import { rmSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Restaurant } from '#orders/restaurant.ts'
import { makeRestaurant } from './kitchen-table.ts'

/** A restaurant with a file of its own, and the environment in which another process finds it. */
export async function writeRestaurant(
  facts: Partial<Restaurant>,
  redisUrl: string,
): Promise<{ restaurant: Restaurant; env: Record<string, string> }> {
  const restaurant = makeRestaurant(facts)
  const dir = await mkdtemp(join(tmpdir(), 'restaurants-'))
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
  const { slug, ...file } = restaurant
  await writeFile(join(dir, `${slug}.json`), JSON.stringify(file))
  return { restaurant, env: { RESTAURANTS_DIR: dir, REDIS_URL: redisUrl } }
}
