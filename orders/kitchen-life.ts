import type { Redis } from 'ioredis'
import type { Restaurant } from './restaurant.ts'
import { run, script } from './script.ts'

/** A kitchen that was silent for so long counts as stopped. */
export const KITCHEN_SILENT_MS = 10_000
export const KITCHEN_SIGN_EVERY_MS = 2_000

const SIGN = script(`
call('ZREMRANGEBYSCORE', restaurant .. ':kitchens', '-inf', now - ${KITCHEN_SILENT_MS})
call('ZADD', restaurant .. ':kitchens', now, ARGV[1])
`)

const LEAVE = script(`call('ZREM', restaurant .. ':kitchens', ARGV[1])`)

/** Says that kitchen `id` lives, by Redis' clock. */
export async function showLife(redis: Redis, restaurant: Restaurant, id: string): Promise<void> {
  await run(redis, SIGN, restaurant, `${restaurant.cooks} ${id}`)
}

/** Says that kitchen `id` closes, so that nobody waits for its silence. */
export async function sayGoodbye(redis: Redis, restaurant: Restaurant, id: string): Promise<void> {
  await run(redis, LEAVE, restaurant, `${restaurant.cooks} ${id}`)
}
