import { randomBytes } from 'node:crypto'
import { addStandardJob } from 'bullmq/dist/cjs/scripts/addStandardJob-9.js'
import { z } from 'zod'
import { BOOK } from './book.ts'
import { kitchenSpeed } from './kitchen-speed.ts'
import { KITCHEN_SILENT_MS, LIVING_COOKS } from './living-cooks.ts'
import { lookOut } from './lookout.ts'
import { onePerProcess } from './one-per-process.ts'
import type { Order, OrderRequest } from './order.ts'
import { fingerprint, prepare, secondsToCook } from './prepare-order.ts'
import { parseOrder, READ_ORDER, readyMs } from './read-order.ts'
import { withRedis } from './redis.ts'
import { IntakePaused, KeyReused, LineFull } from './refusals.ts'
import type { Restaurant } from './restaurant.ts'
import { run, script } from './script.ts'
import { TAKE_NUMBER } from './take-number.ts'
import { comeBackAfter, UNTIL_ROOM, untilTaken } from './until-room.ts'

/** Tries at an order before it is left to a person. BullMQ waits between them with no backoff of its own: the cook does. */
const JOB_OPTIONS = JSON.stringify({ attempts: 4 })

/**
 * Lua: `queuedWork(placedWork)` is the cooking that waits, in milliseconds. Work is counted as it is placed:
 * what is queued now is all that was placed since the one who waits longest.
 * Orders that were tried before stand at the head out of turn, so they are passed over.
 */
const QUEUED_WORK = `
local function queuedWork(placedWork)
  for index = -1, -1000, -1 do
    local waiting = call('LINDEX', queue .. 'wait', index)
    if not waiting then return 0 end
    local order = call('HMGET', queue .. waiting, 'workBefore', 'processedOn')
    if not order[2] then return placedWork - tonumber(order[1]) end
  end
  return 0
end
`

/**
 * Placing is one step: look up the key, take a number, add the job. Parted, a crash between them would leave a number
 * without an order, or an order without a number. So BullMQ's own script, the one behind `queue.add`, runs inside ours.
 *
 * The job's id is made of the customer's key and a secret of the restaurant: the job itself is the record of the key,
 * a repeat finds it, and nobody can guess it.
 */
const PLACE = script(
  READ_ORDER,
  BOOK,
  TAKE_NUMBER,
  QUEUED_WORK,
  UNTIL_ROOM,
  LIVING_COOKS,
  `local function addToQueue(KEYS, ARGV) ${addStandardJob.content} end`,
  `
local key, fingerprint, data, options = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local work, mostQueuedByCook, usualCooks = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local upTo, readyMs, speed = tonumber(ARGV[8]), tonumber(ARGV[9]), tonumber(ARGV[10])

local book = openBook(ARGV[11])
local id = string.sub(redis.sha1hex(book.secret .. key), 1, 32)
local job = queue .. id

local placed = call('HGET', job, 'fingerprint')
if placed then
  if placed ~= fingerprint then return { 'key-reused' } end
  return { 'replayed', readOrder(id, readyMs) }
end

if book.paused then return { 'intake-paused' } end
if mostQueuedByCook > 0 then
  -- While no kitchen shows life, one is expected back.
  local living = livingCooks()
  local cooks = math.max(living, usualCooks)
  local most = mostQueuedByCook * cooks
  if queuedWork(book.placedWork) > most then
    return { 'line-full', living, cooks, untilRoom(book.placedWork - most, speed) }
  end
end

local number = takeNumber(book, upTo, readyMs)
addToQueue(
  { queue .. 'wait', queue .. 'paused', queue .. 'meta', queue .. 'id', queue .. 'completed',
    queue .. 'delayed', queue .. 'active', queue .. 'events', queue .. 'marker' },
  { cmsgpack.pack({ queue, id, 'order', now }), data, cmsgpack.pack(cjson.decode(options)) })
call('HSET', job, 'number', number, 'fingerprint', fingerprint, 'turn', book.placed, 'workBefore', book.placedWork)
call('HSET', numbers, number, id)
book.placed = book.placed + 1
book.placedWork = book.placedWork + work
closeBook(book)

-- A new order is the last in line, so nobody need look where it stands.
local position = call('LLEN', queue .. 'wait')
return { 'placed', { id, tostring(number), 'preparing', 'queued', position, data, tostring(now), '', '', '', '' } }
`,
)

const Reply = z.union([
  z.tuple([z.enum(['placed', 'replayed']), z.unknown()]),
  z.tuple([z.literal('line-full'), z.number(), z.number(), z.array(z.number()), z.number()]),
  z.tuple([z.enum(['key-reused', 'intake-paused'])]),
])

/**
 * Queues the order and hands out its number. The same key and request give the same order, `replayed`, however often,
 * for hours. Throws `InvalidOrder`, `KeyReused`, `LineFull`, `IntakePaused`; on `RedisAway` the outcome is unknown.
 */
export async function placeOrder(
  restaurant: Restaurant,
  request: OrderRequest,
  key: string,
): Promise<{ order: Order; replayed: boolean }> {
  const data = prepare(restaurant, request)
  const workMs = Math.round(secondsToCook(data.items) * 1000)

  const answer = await withRedis(redis =>
    run(
      redis,
      PLACE,
      restaurant,
      key,
      fingerprint(request),
      JSON.stringify(data),
      JOB_OPTIONS,
      workMs,
      (restaurant.maxQueued ?? 0) * 1000,
      restaurant.cooks,
      restaurant.numbers.upTo,
      readyMs(restaurant),
      kitchenSpeed(restaurant),
      onePerProcess(`secret for ${restaurant.slug}`, () => randomBytes(16).toString('hex')),
    ),
  )
  const reply = Reply.parse(answer)
  switch (reply[0]) {
    case 'placed':
      lookOut(restaurant).expectChange()
      return { order: parseOrder(restaurant, reply[1]), replayed: false }
    case 'replayed':
      return { order: parseOrder(restaurant, reply[1]), replayed: true }
    case 'key-reused':
      throw new KeyReused('this key was used with another order')
    case 'intake-paused':
      throw new IntakePaused('no orders are taken at the moment')
    case 'line-full': {
      const [, living, cooks, works, workAfter] = reply
      const backMs = living === 0 ? KITCHEN_SILENT_MS : 0
      const roomMs = untilTaken(cooks, works, workAfter) / kitchenSpeed(restaurant)
      throw new LineFull(comeBackAfter(backMs + roomMs))
    }
  }
}
