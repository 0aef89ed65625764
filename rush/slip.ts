import { z } from 'zod'
import { isOrderId } from '#orders/read-order.ts'
import { withRedis } from '#orders/redis.ts'
import { run, script } from '#orders/script.ts'
import { OFFICE } from './tale-restaurants.ts'

const Count = z.int().min(0)
const Time = z.iso.datetime()

/** A field or the like, and its value. */
const Said = z.strictObject({ name: z.string(), value: z.string() })
type Said = z.infer<typeof Said>

const Key = z.strictObject({
  key: z.string(),
  type: z.enum(['hash', 'list', 'sorted set', 'string', 'stream']),
  says: z.array(Said),
})
type Key = z.infer<typeof Key>

/**
 * What Redis holds of one order near the office: the slip of paper that the cooks see, with every key that knows of it.
 * Without what is nobody's business: the restaurant's secret, and where in the code a portion fell.
 */
export const Slip = z.strictObject({
  orderId: z.string(),
  number: z.int().positive(),
  /** The list of the queue that it lies in; `none` once it was collected. */
  lies: z.enum(['wait', 'active', 'completed', 'failed', 'none']),
  tries: z.strictObject({ made: Count, of: Count }),
  /** Why the kitchen gave it up; null of any that it did not. */
  reason: z.string().nullable(),
  /** Times that its kitchen died, or was silent for too long. */
  kitchensLost: Count,
  /** The process that has it, or had it last. */
  pid: z.int().positive().nullable(),
  /** Until the lock of who has it runs out, unless that is renewed. */
  lockSeconds: Count.nullable(),
  /** Each key, and what it says of this order. */
  keys: z.array(Key),
  /** What the queue's own stream of events told of it, the first first. */
  states: z.array(z.strictObject({ at: Time, event: z.string(), from: z.string().nullable() })),
})
export type Slip = z.infer<typeof Slip>

/** Of the cashier's book. Not `secret`, of which all ids are made. */
const BOOK_FIELDS = ['last', 'placed', 'placedWork']

/** Events carry the time in their id. No more are looked through than a rush makes in its longest order. */
const READ = script(`
local id, mostEvents = ARGV[1], ARGV[2]
local job = queue .. id
local fields = call('HGETALL', job)
local number = call('HGET', job, 'number')
if not number then return false end

local lies, place = 'none', ''
for _, list in ipairs({ 'wait', 'active' }) do
  local index = call('LPOS', queue .. list, id, 'RANK', -1)
  if index then lies, place = list, tostring(call('LLEN', queue .. list) - index) end
end
for _, set in ipairs({ 'completed', 'failed' }) do
  local score = call('ZSCORE', queue .. set, id)
  if score then lies, place = set, score end
end

local placed = call('HGET', job, 'timestamp')
local events = {}
for _, event in ipairs(call('XRANGE', queue .. 'events', placed - 1, '+', 'COUNT', mostEvents)) do
  local told = {}
  for index = 1, #event[2], 2 do told[event[2][index]] = event[2][index + 1] end
  if told.jobId == id then events[#events + 1] = { event[1], told.event, told.prev or '', told.data or '' } end
end

return {
  fields, lies, place, call('PTTL', job .. ':lock'),
  call('HGET', restaurant .. ':numbers', number) or '',
  call('HMGET', restaurant .. ':book', ${BOOK_FIELDS.map(name => `'${name}'`).join(', ')}),
  events
}
`)

const MOST_EVENTS = 4_000

const Reply = z.tuple([
  z.array(z.string()),
  z.enum(['wait', 'active', 'completed', 'failed', 'none']),
  z.string(),
  z.number(),
  z.string(),
  z.array(z.string().nullable()),
  z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])),
])

const Job = z.object({
  number: z.coerce.number(),
  opts: z.string().transform(text => z.object({ attempts: z.int().default(1) }).parse(JSON.parse(text))),
  atm: z.coerce.number().default(0),
  stc: z.coerce.number().default(0),
  failedReason: z.string().optional(),
  pb: z.coerce.number().int().positive().optional().catch(undefined),
})

/** Fields that say more of the code than of the order. */
const NOT_SHOWN = ['stacktrace', 'fingerprint']

/** The slip of an order, as it is now. Null when the office knows no such order. Throws `RedisAway`. */
export async function readSlip(orderId: string): Promise<Slip | null> {
  if (!isOrderId(orderId)) return null
  const reply = await withRedis(redis => run(redis, READ, { slug: OFFICE }, orderId, MOST_EVENTS))
  return reply === null ? null : parseSlip(orderId, Reply.parse(reply))
}

function parseSlip(orderId: string, reply: z.infer<typeof Reply>): Slip {
  const [flat, lies, place, lockMs, holder, book, events] = reply
  const fields = flat.flatMap((name, index): Said[] =>
    index % 2 === 0 ? [{ name, value: flat[index + 1] ?? '' }] : [],
  )
  const job = Job.parse(Object.fromEntries(fields.map(({ name, value }) => [name, value])))
  const lockSeconds = lockMs >= 0 ? Math.ceil(lockMs / 1000) : null
  const queue = `{${OFFICE}}:orders`
  const keys: (Key | false)[] = [
    {
      key: `${queue}:${orderId}`,
      type: 'hash',
      says: fields.filter(({ name }) => !NOT_SHOWN.includes(name)),
    },
    (lies === 'wait' || lies === 'active') && {
      key: `${queue}:${lies}`,
      type: 'list',
      says: [{ name: 'place', value: place }],
    },
    (lies === 'completed' || lies === 'failed') && {
      key: `${queue}:${lies}`,
      type: 'sorted set',
      says: [{ name: 'score', value: place }],
    },
    lockSeconds !== null && {
      key: `${queue}:${orderId}:lock`,
      type: 'string',
      says: [{ name: 'runs out in', value: `${lockSeconds} s` }],
    },
    { key: `{${OFFICE}}:numbers`, type: 'hash', says: [{ name: String(job.number), value: holder }] },
    {
      key: `{${OFFICE}}:book`,
      type: 'hash',
      says: BOOK_FIELDS.map((name, index): Said => ({ name, value: book[index] ?? '' })),
    },
    {
      key: `${queue}:events`,
      type: 'stream',
      says: events.map(([id, event, from, data]): Said => ({ name: id, value: inWords(event, from, data) })),
    },
  ]
  return {
    orderId,
    number: job.number,
    lies,
    tries: { made: job.atm, of: job.opts.attempts },
    reason: lies === 'failed' ? (job.failedReason ?? null) : null,
    kitchensLost: job.stc,
    pid: job.pb ?? null,
    lockSeconds,
    keys: keys.filter(key => key !== false),
    states: events.map(([id, event, from]) => ({
      at: new Date(Number(id.split('-')[0])).toISOString(),
      event,
      from: from || null,
    })),
  }
}

function inWords(event: string, from: string, data: string): string {
  return [event, from && `from ${from}`, data].filter(Boolean).join(' ')
}
