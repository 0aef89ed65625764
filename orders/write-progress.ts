import type { Redis } from 'ioredis'
import type { Restaurant } from './restaurant.ts'
import { run, script } from './script.ts'

/** BullMQ's own `updateProgress` asks nobody: a cook who was away for long would set the order back to where it was then. */
const WRITE = script(`
local id, token, progress = ARGV[1], ARGV[2], ARGV[3]
local job = queue .. id
if call('GET', job .. ':lock') ~= token then return 0 end
call('HSET', job, 'progress', progress, 'progressAt', now)
call('XADD', queue .. 'events', 'MAXLEN', '~', 10000, '*', 'event', 'progress', 'jobId', id, 'data', progress)
return 1
`)

/** Writes down how many portions are done, and since when. False when the order is in another cook's hands by now, who knows better. */
export async function writeProgress(
  redis: Redis,
  restaurant: Restaurant,
  { id, token }: { id: string; token: string },
  progress: { done: number; total: number },
): Promise<boolean> {
  return (await run(redis, WRITE, restaurant, id, token, JSON.stringify(progress))) === 1
}
