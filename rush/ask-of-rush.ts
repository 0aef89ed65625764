import { withRedis } from '#orders/redis.ts'
import { run, script } from '#orders/script.ts'
import { NoRoomForCook, NoSuchCook, NoSuchRush, RushNotOn } from './refusals.ts'
import type { Rush } from './rush.ts'
import { demandKey } from './rush-id.ts'
import { KEEP_SECONDS, readRush } from './rushes.ts'
import { MOST_COOKS, MOST_HIRED } from './settings.ts'
import { TALE } from './tale.ts'
import type { Wish } from './wish.ts'

/** A wish is heard once for each key. Those who were hired are counted here, as the cooks come only later: no more than `mostHired`. */
const ASK = script(`
local rush = restaurant .. ':rush:' .. ARGV[1]
local wish, key, mostHired = ARGV[2], ARGV[3], tonumber(ARGV[4])
if call('SISMEMBER', rush .. ':keys', key) == 1 then return 'heard' end
if cjson.decode(wish)['do'] == 'hire' then
  if tonumber(call('HGET', rush, 'hired') or 0) >= mostHired then return 'full' end
  call('HINCRBY', rush, 'hired', 1)
end
call('SADD', rush .. ':keys', key)
call('RPUSH', rush .. ':wishes', wish)
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

/** Asks something of the crew of a rush that runs. Throws `NotYourRush`, `RushNotOn`, `NoSuchRush`, `NoSuchCook`, `NoRoomForCook`. */
export async function askOfRush(id: string, wish: Wish, key: string, startedWith: string): Promise<Rush> {
  const rush = await readRunningRush(id)
  demandKey(id, startedWith)
  const { settings, sides, walkOuts } = rush
  if (wish.do === 'walk-out' && !sides.office.cooks[wish.cook]) throw new NoSuchCook('there is no such cook')
  const mostHired = Math.min(MOST_HIRED, MOST_COOKS - settings.cooks + walkOuts.length)
  const reply = await wishOfRush(id, wish, key, mostHired)
  if (reply === 'full') throw new NoRoomForCook('the kitchen is full of cooks')
  return rush
}

/** The rush hears it within a moment, once for each `key`. */
export async function wishOfRush(id: string, wish: Wish, key: string, mostHired = 0): Promise<unknown> {
  return withRedis(redis => run(redis, ASK, TALE, id, JSON.stringify(wish), key, mostHired))
}
