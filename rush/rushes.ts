import { createHash } from 'node:crypto'
import { addStandardJob } from 'bullmq/dist/cjs/scripts/addStandardJob-9.js'
import { z } from 'zod'
import { withRedis } from '#orders/redis.ts'
import { KeyReused } from '#orders/refusals.ts'
import { run, script } from '#orders/script.ts'
import { type Snapshot, snapshot } from '#orders/view.ts'
import { drawCustomers } from './customers.ts'
import { RushRunning } from './refusals.ts'
import { ENDED, newRush, Rush } from './rush.ts'
import { demandKey, idOfKey, isRushId, keyOfRush } from './rush-id.ts'
import { MOST_CUSTOMERS, type RushSettings } from './settings.ts'
import { TALE } from './tale.ts'
import { Wish } from './wish.ts'

export const RUSHES_QUEUE = 'rushes'

/** A rush that is over is known for so long, unless so many came after it. */
export const KEEP_SECONDS = 24 * 3600
export const MOST_KEPT = 100
/** The visits of so many customers are kept too, those of the latest rushes, at some five kilobytes each: a scene, to which nobody comes, pushes none out. */
const MOST_VISITS = 5 * MOST_CUSTOMERS

const QUEUE = `local rushes = restaurant .. ':${RUSHES_QUEUE}:'
local function keyOf(id) return restaurant .. ':rush:' .. id end
`

/** One step: is it known, is another on, then queue it and write it down. The job of a rush that waits or runs is what keeps others out;
 * one that is over may still be sending its cooks home, and the next waits for that. */
const START = script(
  QUEUE,
  `local function addToQueue(KEYS, ARGV) ${addStandardJob.content} end`,
  `
local id, fingerprint, rush, data, customers = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]

local known = call('HMGET', keyOf(id), 'fingerprint', 'rush')
if known[1] then
  if known[1] ~= fingerprint then return { 'key-reused' } end
  return { 'replayed', known[2] }
end

for _, list in ipairs({ 'active', 'wait' }) do
  for _, other in ipairs(call('LRANGE', rushes .. list, 0, -1)) do
    local state = string.match(call('HGET', keyOf(other), 'rush') or '', '"state":"(%a+)"')
    if state == 'waiting' or state == 'running' then return { 'running', other } end
  end
end

addToQueue(
  { rushes .. 'wait', rushes .. 'paused', rushes .. 'meta', rushes .. 'id', rushes .. 'completed',
    rushes .. 'delayed', rushes .. 'active', rushes .. 'events', rushes .. 'marker' },
  { cmsgpack.pack({ rushes, id, 'rush', now }), data, cmsgpack.pack(cjson.decode('{"attempts":1}')) })
call('HSET', keyOf(id), 'fingerprint', fingerprint, 'rush', rush, 'customers', customers)
call('EXPIRE', keyOf(id), ${KEEP_SECONDS})

call('LPUSH', restaurant .. ':kept', id)
call('EXPIRE', restaurant .. ':kept', ${KEEP_SECONDS})
for _ = ${MOST_KEPT + 1}, call('LLEN', restaurant .. ':kept') do
  local old = keyOf(call('RPOP', restaurant .. ':kept'))
  call('UNLINK', old, old .. ':wishes', old .. ':keys', old .. ':turns', old .. ':visits')
end
local visits = 0
for _, other in ipairs(call('LRANGE', restaurant .. ':kept', 0, -1)) do
  visits = visits + (tonumber(call('HGET', keyOf(other), 'customers')) or 0)
  if visits > ${MOST_VISITS} then call('UNLINK', keyOf(other) .. ':visits') end
end
return { 'started', rush }
`,
)

/** A rush that waits is taken out of the queue; one that runs is told, by a word beside it. */
const STOP = script(
  QUEUE,
  `
local id, stopped = ARGV[1], ARGV[2]
if call('EXISTS', keyOf(id)) == 0 then return 'unknown' end
if call('LREM', rushes .. 'wait', 0, id) > 0 then
  call('UNLINK', rushes .. id)
  call('HSET', keyOf(id), 'rush', stopped)
else
  call('HSET', keyOf(id), 'stop', 'yes')
end
return 'told'
`,
)

/** A rush that is over, whoever said so, stays as it was then. */
const WRITE = script(
  QUEUE,
  `
local id, rush = ARGV[1], ARGV[2]
local now = call('HMGET', keyOf(id), 'rush', 'stop')
local state = string.match(now[1] or '', '"state":"(%a+)"')
if state ~= 'waiting' and state ~= 'running' then return { 'over', {} } end
call('HSET', keyOf(id), 'rush', rush)
call('EXPIRE', keyOf(id), ${KEEP_SECONDS})
local wishes = call('LRANGE', keyOf(id) .. ':wishes', 0, -1)
call('UNLINK', keyOf(id) .. ':wishes')
return { now[2] and 'stop' or 'on', wishes }
`,
)

const Started = z.union([
  z.tuple([z.enum(['started', 'replayed', 'running']), z.string()]),
  z.tuple([z.literal('key-reused')]),
])

const Word = z.enum(['on', 'stop', 'over'])
type Word = z.infer<typeof Word>
const Written = z.tuple([Word, z.array(z.string())])

/** Queues a rush. Throws `RushRunning` while another is on, `KeyReused`; on `RedisAway` the same key finds out. */
export async function startRush(
  settings: RushSettings,
  key: string,
): Promise<{ rush: Rush; replayed: boolean }> {
  const id = idOfKey(key)
  const fingerprint = createHash('sha1').update(JSON.stringify(settings)).digest('hex')
  const customers = drawCustomers(settings).length
  const rush = newRush(id, settings, customers)
  const reply = Started.parse(
    await withRedis(redis =>
      run(redis, START, TALE, id, fingerprint, JSON.stringify(rush), JSON.stringify({ settings }), customers),
    ),
  )
  switch (reply[0]) {
    case 'started':
    case 'replayed':
      return { rush: Rush.parse(JSON.parse(reply[1])), replayed: reply[0] === 'replayed' }
    case 'running':
      throw new RushRunning(reply[1])
    case 'key-reused':
      throw new KeyReused('this key was used with another rush')
  }
}

/** The rush as it stands, or null when nobody knows it any more. Throws `RedisAway`. */
export async function readRush(id: string): Promise<Rush | null> {
  const text = await readText(id)
  return text === null ? null : Rush.parse(JSON.parse(text))
}

/** The same, as it is sent. */
export async function readRushSnapshot(id: string): Promise<Snapshot | null> {
  const text = await readText(id)
  return text === null ? null : snapshot(new Date().toISOString(), JSON.parse(text))
}

/** Ends a rush, and the rush as it stands then; again: the same. Null when nobody knows it. Throws `NotYourRush`. */
export async function stopRush(id: string, startedWith: string): Promise<Rush | null> {
  const rush = await readRush(id)
  if (rush === null) return null
  demandKey(id, startedWith)
  if (ENDED.includes(rush.state)) return rush
  const stopped: Rush = {
    ...rush,
    state: 'stopped',
    events: [{ seq: 1, atMs: 0, side: 'both', words: 'The rush was stopped.' }],
  }
  await withRedis(redis => run(redis, STOP, TALE, id, JSON.stringify(stopped)))
  return readRush(id)
}

/** Writes down how a rush stands, unless it is over. Returns what is asked of it since, and whether it is to go on. */
export async function writeRush(rush: Rush): Promise<{ word: Word; wishes: Wish[] }> {
  const [word, wishes] = Written.parse(
    await withRedis(redis => run(redis, WRITE, TALE, rush.id, JSON.stringify(rush))),
  )
  return { word, wishes: wishes.map(wish => Wish.parse(JSON.parse(wish))) }
}

async function readText(id: string): Promise<string | null> {
  if (!isRushId(id)) return null
  return withRedis(redis => redis.hget(keyOfRush(id), 'rush'))
}
