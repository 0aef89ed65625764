import { withRedis } from '#orders/redis.ts'
import { run, script } from '#orders/script.ts'
import { LastCook, NoRoomForCook, NoSuchCook, NoSuchRush, RushNotOn } from './refusals.ts'
import type { Rush } from './rush.ts'
import { demandKey } from './rush-id.ts'
import { KEEP_SECONDS, readRush } from './rushes.ts'
import { MOST_COOKS, MOST_HIRED } from './settings.ts'
import { TALE } from './tale.ts'
import type { Wish } from './wish.ts'

/**
 * A wish is heard once for each key. Those who were hired are counted here, as the cooks come only later: no more than `mostHired`.
 * So are those who were asked to leave and wait for an order to leave: of `others`, the keys of such wishes, one cook stays.
 */
const ASK = script(`
local rush = restaurant .. ':rush:' .. ARGV[1]
local wish, key, mostHired = cjson.decode(ARGV[2]), ARGV[3], tonumber(ARGV[4])
if call('SISMEMBER', rush .. ':keys', key) == 1 then return 'heard' end
if wish['do'] == 'hire' then
  if tonumber(call('HGET', rush, 'hired') or 0) >= mostHired then return 'full' end
  call('HINCRBY', rush, 'hired', 1)
elseif wish['do'] == 'walk-out' then
  local staying = 0
  for index = 5, #ARGV do staying = staying + 1 - call('SISMEMBER', rush .. ':keys', ARGV[index]) end
  if staying == 0 then return 'last' end
end
call('SADD', rush .. ':keys', key)
call('RPUSH', rush .. ':wishes', ARGV[2])
for _, beside in ipairs({ ':keys', ':wishes' }) do call('EXPIRE', rush .. beside, ${KEEP_SECONDS}) end
return 'heard'
`)

/** The rush, which is on. Throws `NoSuchRush`, `RushNotOn`. */
export async function readRunningRush(id: string): Promise<Rush> {
  const rush = await readRush(id)
  if (rush === null) throw new NoSuchRush('the rush is unknown')
  if (rush.state !== 'running') throw new RushNotOn('the rush is not on')
  return rush
}

/** One more cook. Throws `NotYourRush`, `RushNotOn`, `NoSuchRush`, `NoRoomForCook`. */
export async function hireCook(id: string, key: string, startedWith: string): Promise<Rush> {
  const rush = await readOwnRush(id, startedWith)
  const mostHired = Math.min(MOST_HIRED, MOST_COOKS - rush.settings.cooks + rush.walkOuts.length)
  const reply = await wishOfRush(id, { do: 'hire' }, key, { mostHired })
  if (reply === 'full') throw new NoRoomForCook('the kitchen is full of cooks')
  return rush
}

/** A cook is to leave; again: nothing more happens. Throws `NotYourRush`, `RushNotOn`, `NoSuchRush`, `NoSuchCook`, `LastCook`. */
export async function letWalkOut(id: string, cook: number, startedWith: string): Promise<Rush> {
  const rush = await readOwnRush(id, startedWith)
  const { cooks } = rush.sides.office
  if (!cooks[cook]) throw new NoSuchCook('there is no such cook')
  const others = cooks.flatMap(({ alive }, other) => (alive && other !== cook ? [keyOfWalkOut(other)] : []))
  const reply = await wishOfRush(id, { do: 'walk-out', cook }, keyOfWalkOut(cook), { others })
  if (reply === 'last') throw new LastCook('nobody else cooks')
  return rush
}

/** The rush hears it within a moment, once for each `key`. */
export async function wishOfRush(
  id: string,
  wish: Wish,
  key: string,
  { mostHired = 0, others = [] }: { mostHired?: number; others?: string[] } = {},
): Promise<unknown> {
  return withRedis(redis => run(redis, ASK, TALE, id, JSON.stringify(wish), key, mostHired, ...others))
}

async function readOwnRush(id: string, startedWith: string): Promise<Rush> {
  const rush = await readRunningRush(id)
  demandKey(id, startedWith)
  return rush
}

function keyOfWalkOut(cook: number): string {
  return `walk-out ${cook}`
}
