import { z } from 'zod'
import { Dining, type Order, Stage, Status } from './order.ts'
import { withRedis } from './redis.ts'
import type { Restaurant } from './restaurant.ts'
import { run, script } from './script.ts'

/** What a job holds of an order, as written by `placeOrder`. */
export const JobData = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      quantity: z.int().positive(),
      cookSeconds: z.number().min(0),
      failureRate: z.number().min(0).max(1).default(0),
      dropsFirst: z.int().min(0).optional(),
    }),
  ),
  dining: Dining,
})
export type JobData = z.infer<typeof JobData>

/** How many portions of an order are cooked and written down; none, where nothing that can be read says so. */
export const Progress = z.object({ done: z.int().min(0) }).catch({ done: 0 })

/**
 * Lua: `readOrder(id, readyMs)` is the order as it stands at this moment, flat, or false.
 * Every state is told by where the job lies in the queue; only "collected" is written beside.
 */
export const READ_ORDER = `
local function readOrder(id, readyMs)
  local job = call('HMGET', queue .. id, 'number', 'data', 'timestamp', 'processedOn', 'finishedOn', 'collectedAt', 'progress')
  if not job[1] then return false end

  local status, stage, position = 'preparing', '', 0
  if job[6] then
    status = 'collected'
  elseif call('ZSCORE', queue .. 'completed', id) then
    status = tonumber(job[5]) + readyMs > now and 'ready' or 'missed'
  elseif call('ZSCORE', queue .. 'failed', id) then
    status = 'attention'
  elseif call('LPOS', queue .. 'active', id) then
    stage = 'cooking'
  else
    stage = 'queued'
    local index = call('LPOS', queue .. 'wait', id, 'RANK', -1)
    position = index and call('LLEN', queue .. 'wait') - index or 1
  end
  return { id, job[1], status, stage, position, job[2], job[3], job[4] or '', job[5] or '', job[6] or '', job[7] or '' }
end
`

const READ = script(READ_ORDER, 'return readOrder(ARGV[1], tonumber(ARGV[2]))')

/** The order, or null when the restaurant knows no such id. Throws `RedisAway`. */
export async function readOrder(restaurant: Restaurant, id: string): Promise<Order | null> {
  if (!isOrderId(id)) return null
  const reply = await withRedis(redis => run(redis, READ, restaurant, id, readyMs(restaurant)))
  return reply === null ? null : parseOrder(restaurant, reply)
}

/** Only an id that `placeOrder` could have made may name a key: others belong to the queue itself. */
export function isOrderId(id: string): boolean {
  return /^[0-9a-f]{32}$/.test(id)
}

export function readyMs({ readyMinutes }: Restaurant): number {
  return readyMinutes * 60_000
}

const Millis = z.coerce.number()
const MaybeMillis = z.literal('').or(z.coerce.number().positive())
const FlatOrder = z.tuple([
  z.string(),
  z.coerce.number(),
  Status,
  Stage.or(z.literal('')),
  z.number(),
  z.string(),
  Millis,
  MaybeMillis,
  MaybeMillis,
  MaybeMillis,
  z.string(),
])

/** What the Lua `readOrder` returned, as the world may know it. */
export function parseOrder(restaurant: Restaurant, reply: unknown): Order {
  const [id, number, status, stage, position, data, placedAt, startedAt, finishedAt, collectedAt, progress] =
    FlatOrder.parse(reply)
  const { items, dining } = JobData.parse(JSON.parse(data))
  const total = items.reduce((sum, { quantity }) => sum + quantity, 0)
  const preparing = status === 'preparing'
  // What failed for good and was handed over all the same was never ready.
  const cooked = !preparing && status !== 'attention' && finishedAt !== ''
  return {
    id,
    number,
    restaurant: restaurant.slug,
    status,
    stage: stage || null,
    position: position || null,
    progress: { done: cooked ? total : parseProgress(progress).done, total },
    items: items.map(({ id, name, quantity }) => ({ id, name, quantity })),
    dining,
    placedAt: iso(placedAt),
    startedAt: startedAt ? iso(startedAt) : null,
    readyAt: cooked ? iso(finishedAt) : null,
    collectedAt: collectedAt ? iso(collectedAt) : null,
  }
}

function parseProgress(text: string): { done: number } {
  return Progress.parse(text === '' ? { done: 0 } : JSON.parse(text))
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
