import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { Menu } from '#orders/restaurant.ts'
import { Cashier } from './cashier.ts'
import { type Crowd, letIn } from './customers.ts'
import { type Draw, drawFrom } from './draw.ts'
import { FAULTS } from './faults.ts'
import type { History, Recorder } from './history.ts'
import { Listener } from './listener.ts'
import { lookAtWall, patrol, watchWall } from './observers.ts'
import type { Plan } from './plan.ts'
import { SLUG } from './restaurant.ts'
import { Stockroom } from './stockroom.ts'
import { buildSystem, type System } from './system.ts'

/** Half of what the eight cooks can do, so that what a fault holds up is soon made good. */
const MOST_ORDERS_PER_SECOND = 12
/** Every fault once takes about so long; fewer orders than a full round holds come more slowly. */
const ROUND_SECONDS = 90
/** What takes long is not ordered with these any more. */
const LAST_ORDERS = 300
/** Until as much is cooked as is ordered. */
const WARM_UP_MS = 3_000
const CALM_MS = [500, 1_500] as const
const QUIET_WITHIN_MS = 60_000
const LOOK_AGAIN_MS = 100
const READERS = 16
/** The address of whoever looks after the orders at the end. */
const INSPECTOR = '10.255.0.2'

type Scene = { system: System; cashier: Cashier; recorder: Recorder; listener: Listener }

/**
 * Runs Nugget under load, brings about one fault after the other, each at least once, lets it all end in quiet,
 * and returns what was seen.
 */
export async function run(
  { orders, seed }: Plan,
  recorder: Recorder,
  say: (words: string) => void,
): Promise<History> {
  const system = await buildSystem(recorder)
  process.once('exit', system.thaw)
  const cashier = new Cashier(recorder, SLUG)
  const listener = new Listener(system, recorder)
  const scene = { system, cashier, recorder, listener }
  const closing = new AbortController()
  const { signal: stop } = closing
  try {
    await system.start()
    await Promise.all(system.webs.map(web => system.untilLive(web)))
    say('open')
    void listener.listen()
    const perSecond = Math.min(MOST_ORDERS_PER_SECOND, orders / ROUND_SECONDS)
    const menu = Menu.parse(JSON.parse(await readFile('restaurants/menu.json', 'utf8')))
    const crowd = letIn({ system, cashier, menu }, { perSecond, seed, lastCall: orders - LAST_ORDERS })
    const [one, other] = system.webs
    const watching = [
      watchWall([one], { recorder, wall: '10.254.0.0', stop }),
      watchWall([other], { recorder, wall: '10.254.0.1', stop }),
      watchWall([one, other], { recorder, wall: '10.254.0.2', stop }),
      patrol(system, { cashier, recorder, draw: drawFrom(seed, 'patrol'), stop }),
    ]

    await strike(scene, drawFrom(seed, 'faults'), () => crowd.came < orders, say)
    say('no more faults, no more customers; all that was promised is cooked')
    system.heal()
    await endInQuiet(scene, crowd)
    closing.abort()
    await Promise.all([lookAtTickets(scene), ...watching])
    await Promise.all(system.webs.map(web => lookAtWall(web, { recorder, wall: INSPECTOR })))
    return recorder.history
  } finally {
    closing.abort()
    listener.hangUp()
    await system.close()
    process.off('exit', system.thaw)
  }
}

/** Round after round, each fault once a round, while there is more to come. */
async function strike(
  { system, cashier, recorder }: Scene,
  draw: Draw,
  isMoreToCome: () => boolean,
  say: (words: string) => void,
): Promise<void> {
  await pause(WARM_UP_MS)
  for (let round = 1; round === 1 || isMoreToCome(); round++) {
    for (const [name, fault] of draw.shuffle(Object.entries(FAULTS))) {
      if (round > 1 && !isMoreToCome()) return
      await pause(draw.between(...CALM_MS))
      say(name)
      const from = Date.now()
      await fault({ name, system, cashier, recorder, draw })
      recorder.note({ what: 'fault', name, from, to: Date.now() })
    }
  }
}

/** Everyone gets an answer and their food; and who left without a number asks once more, so that every key is known. */
async function endInQuiet({ system, cashier, recorder, listener }: Scene, crowd: Crowd): Promise<void> {
  const deadline = AbortSignal.timeout(QUIET_WITHIN_MS)
  crowd.closeDoor()
  crowd.hurry()
  await Promise.race([crowd.gone, once(deadline, 'abort')])

  await eachOf(crowd.leftWithout, async ({ key, body }) => {
    while (!deadline.aborted) {
      const { outcome } = await cashier.place(system.webs[0], INSPECTOR, key, body)
      if (outcome === 'acknowledged') return
      await pause(LOOK_AGAIN_MS)
    }
  })
  const stockroom = new Stockroom(system)
  while (!deadline.aborted && !(await stockroom.isQuiet(listener))) await pause(LOOK_AGAIN_MS)
  recorder.note(await stockroom.takeStock(listener))
  stockroom.close()
}

/** At every order that was promised, once more. */
async function lookAtTickets({ system, cashier, recorder }: Scene): Promise<void> {
  const ids = new Set(recorder.history.asked.flatMap(({ seen }) => (seen ? [seen.id] : [])))
  await eachOf([...ids], async id => void (await cashier.read(system.webs[0], INSPECTOR, id)))
}

async function eachOf<T>(all: T[], act: (one: T) => Promise<void>): Promise<void> {
  const left = [...all]
  const work = async () => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) await act(one)
  }
  await Promise.all(Array.from({ length: READERS }, work))
}
