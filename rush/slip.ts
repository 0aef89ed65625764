import { z } from 'zod'
import { onePerProcess } from '#orders/one-per-process.ts'
import { isOrderId } from '#orders/read-order.ts'
import { withRedis } from '#orders/redis.ts'
import { run, script } from '#orders/script.ts'
import { ReadTogether } from './read-together.ts'
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

/**
 * Of each id: false, or the slip without its events; and then, once for all of them, the events between the first placing and the last collecting,
 * for they carry the time in their id.
 */
const READ = script(`
local wanted, slips, events = {}, {}, {}
local first, last = false, 0

for index, id in ipairs(ARGV) do
  local job = queue .. id
  local number, placed, collected = unpack(call('HMGET', job, 'number', 'timestamp', 'collectedAt'))
  slips[index] = false
  if number then
    wanted[id] = true
    first = math.min(first or placed, placed)
    last = math.max(last, collected or now)

    local lies, place = 'none', ''
    for _, list in ipairs({ 'wait', 'active' }) do
      local index = call('LPOS', queue .. list, id, 'RANK', -1)
      if index then lies, place = list, tostring(call('LLEN', queue .. list) - index) end
    end
    for _, set in ipairs({ 'completed', 'failed' }) do
      local score = call('ZSCORE', queue .. set, id)
      if score then lies, place = set, score end
    end
    slips[index] = {
      call('HGETALL', job), lies, place, call('PTTL', job .. ':lock'),
      call('HGET', restaurant .. ':numbers', number) or '',
      call('HMGET', restaurant .. ':book', ${BOOK_FIELDS.map(name => `'${name}'`).join(', ')})
    }
  end
end

local function ms(time) return string.format('%.0f', time) end
for _, event in ipairs(first and call('XRANGE', queue .. 'events', ms(first - 1), ms(last + 1)) or {}) do
  local told = event[2]
  for index = 1, #told, 2 do
    if told[index] == 'jobId' and wanted[told[index + 1]] then events[#events + 1] = event end
  end
end
return { slips, events }
`)

const Told = z
  .array(z.string())
  .transform(toFields)
  .pipe(
    z.object({
      jobId: z.string(),
      event: z.string(),
      prev: z.string().default(''),
      data: z.string().default(''),
    }),
  )
const Event = z.tuple([z.string(), Told])
type Event = z.infer<typeof Event>

const Paper = z.tuple([
  z.array(z.string()).transform(toFields),
  z.enum(['wait', 'active', 'completed', 'failed', 'none']),
  z.string(),
  z.number(),
  z.string(),
  z.array(z.string().nullable()),
])

const Reply = z.tuple([z.array(Paper.nullable()), z.array(Event)])

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
  return onePerProcess('slips', () => new ReadTogether(readSlips)).ask(orderId)
}

async function readSlips(orderIds: string[]): Promise<Map<string, Slip>> {
  const reply = await withRedis(redis => run(redis, READ, { slug: OFFICE }, ...orderIds))
  const [papers, events] = Reply.parse(reply)
  const eventsOf = Map.groupBy(events, ([, { jobId }]) => jobId)
  return new Map(
    orderIds.flatMap((id, index): [string, Slip][] => {
      const paper = papers[index]
      return paper ? [[id, slipOf(id, paper, eventsOf.get(id) ?? [])]] : []
    }),
  )
}

function slipOf(orderId: string, paper: z.infer<typeof Paper>, events: Event[]): Slip {
  const [fields, lies, place, lockMs, holder, book] = paper
  const job = Job.parse(fields)
  const lockSeconds = lockMs >= 0 ? Math.ceil(lockMs / 1000) : null
  const queue = `{${OFFICE}}:orders`
  const keys: (Key | false)[] = [
    {
      key: `${queue}:${orderId}`,
      type: 'hash',
      says: Object.entries(fields).flatMap(([name, value]): Said[] =>
        NOT_SHOWN.includes(name) ? [] : [{ name, value }],
      ),
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
      says: events.map(([id, told]): Said => ({ name: id, value: inWords(told) })),
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
    states: events.map(([id, { event, prev }]) => ({
      at: new Date(Number(id.split('-')[0])).toISOString(),
      event,
      from: prev || null,
    })),
  }
}

function inWords({ event, prev, data }: Event[1]): string {
  return [event, prev && `from ${prev}`, data].filter(Boolean).join(' ')
}

/** Redis tells names and values in turn. */
function toFields(flat: string[]): Record<string, string> {
  return Object.fromEntries(
    flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] ?? '']] : [])),
  )
}
