import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { withRedis } from '#orders/redis.ts'
import { CustomerLeft, LineFull } from '#orders/refusals.ts'
import { run, script } from '#orders/script.ts'
import { type Snapshot, snapshot } from '#orders/view.ts'
import { readRunningRush, wishOfRush } from './ask-of-rush.ts'
import { NoSuchRush, RushNotOn } from './refusals.ts'
import { keyOfRush } from './rush-id.ts'
import { TALE } from './tale.ts'
import { nextState } from './watch.ts'

const KEEP_SECONDS = 3600
const HELD_MS = 25_000
const LOOK_AGAIN_MS = 100
/** So many guests may stand in line at a time: it is the line of the rush's own customers. */
export const MOST_GUESTS = 10
const COME_BACK_SECONDS = 5

/** What became of a guest in line. */
type Turn = 'said' | 'full'

const Place = z.object({ state: z.string(), turn: z.string() })

const READ = script(`
local rush = restaurant .. ':rush:' .. ARGV[1]
local state = string.match(call('HGET', rush, 'rush') or '', '"state":"(%a+)"')
return { state or '', call('HGET', rush .. ':turns', ARGV[2]) or '' }
`)

/**
 * A guest stands in the cashier's line near the office of a rush, behind those who stand there; resolves when a clerk has listened. Then the order may
 * be placed. When `signal` aborts the guest is out of the line: throws `CustomerLeft`. Throws `NoSuchRush`, `RushNotOn`, `LineFull`.
 */
export async function standInLine(id: string, key: string, signal: AbortSignal): Promise<void> {
  const guest = createHash('sha1').update(key).digest('hex')
  const { sides } = await readRunningRush(id)
  const standing = sides.office.line.filter(person => person === 'guest').length
  if (standing >= MOST_GUESTS) throw new LineFull(COME_BACK_SECONDS)
  await wishOfRush(id, { do: 'stand', guest }, `stand ${guest}`)

  const gone = () => new NoSuchRush('the rush is forgotten')
  const read = () => readPlace(id, guest)
  const watched = { name: `turn ${id} ${guest}`, read, gone }
  for (let now = await read(); ; now = await nextState(watched, now, HELD_MS, signal)) {
    const { state, turn } = Place.parse(JSON.parse(now.body))
    if (turn === 'said') return
    if (turn === 'full') throw new LineFull(COME_BACK_SECONDS)
    if (state !== 'running') throw new RushNotOn('the rush is over')
    if (signal.aborted) {
      await wishOfRush(id, { do: 'leave', guest }, `leave ${guest}`)
      throw new CustomerLeft('the guest left the line')
    }
    await pause(LOOK_AGAIN_MS)
  }
}

/** The clerk has heard the order of `guest`, or there was no room to stand. */
export async function noteTurn(id: string, guest: string, turn: Turn): Promise<void> {
  const key = `${keyOfRush(id)}:turns`
  await withRedis(redis => Promise.all([redis.hset(key, guest, turn), redis.expire(key, KEEP_SECONDS)]))
}

async function readPlace(id: string, guest: string): Promise<Snapshot> {
  const [state, turn] = z
    .tuple([z.string(), z.string()])
    .parse(await withRedis(redis => run(redis, READ, TALE, id, guest)))
  return snapshot(new Date().toISOString(), { state, turn })
}
