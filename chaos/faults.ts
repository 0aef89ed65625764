import { setTimeout as pause } from 'node:timers/promises'
import type { Cashier } from './cashier.ts'
import { waitForFlow } from './demands/flows-again.ts'
import { waitsAfter } from './demands/taken-up.ts'
import type { Draw } from './draw.ts'
import type { Recorder } from './history.ts'
import type { System } from './system.ts'
import type { Wire } from './wire.ts'

/** A lock lasts eight seconds and is looked for every two to four: past these an order has a new cook, or there is a defect. */
const TAKEN_UP_WITHIN_MS = 20_000
const FLOWS_WITHIN_MS = 20_000
const LOCK_MS = 8_000
/** Longer than an order may wait for another cook: what the thawed one then makes ready comes too late. */
const LONGEST_FREEZE_MS = 17_000
/** By the handbook. */
const KITCHEN_STOPS_WITHIN_MS = 20_000
const REDIS_FREEZE_MS = 20_000
/** Longer than four tries at an order take with the pauses between them. */
const FULL_MS = [9_000, 12_000] as const
/** Of eight cooks, four a kitchen, so many at work are surely of both. */
const BOTH_KITCHENS_COOK = 5
const WAIT_FOR_THE_MOMENT_MS = 5_000
const LOOK_AGAIN_MS = 100
const WRITTEN_SOON_MS = 5

export type Scene = { name: string; system: System; cashier: Cashier; recorder: Recorder; draw: Draw }

/** Each brings its fault about, mends it, and resolves when all is as it was, or should be. */
export const FAULTS: Record<string, (scene: Scene) => Promise<void>> = {
  async 'a kitchen is killed in mid-order'(scene) {
    const { part, name } = scene.draw.oneOf(scene.system.kitchens)
    await untilBothCook(scene)
    part.signal('SIGKILL')
    await untilTakenUp(scene, died(scene, name))
  },

  async 'a kitchen is told to stop'({ system, draw }) {
    const { part } = draw.oneOf(system.kitchens)
    const { pid, ended } = part
    part.signal('SIGTERM')
    const inTime = await Promise.race([ended, pause(KITCHEN_STOPS_WITHIN_MS, 'late')])
    if (inTime === 'late') throw new Error('a kitchen that was told to stop was not gone within 20 s')
    await until(() => part.pid !== pid)
  },

  async 'a kitchen is frozen past its locks, and thawed'(scene) {
    const { part, name } = scene.draw.oneOf(scene.system.kitchens)
    await untilBothCook(scene)
    part.signal('SIGSTOP')
    await Promise.all([pause(LOCK_MS), untilTakenUp(scene, died(scene, name), LONGEST_FREEZE_MS)])
    part.signal('SIGCONT')
  },

  async 'a web process is killed in mid-request'({ system, cashier, draw }) {
    const web = draw.oneOf(system.webs)
    await until(() => (cashier.underWay.get(web.name) ?? 0) > 0, WAIT_FOR_THE_MOMENT_MS, 0)
    const { pid } = web.part
    web.part.signal('SIGKILL')
    await until(() => web.part.pid !== pid)
    await system.untilLive(web)
  },

  async 'Redis is killed, and started again'(scene) {
    const { redis } = scene.system
    await untilBothCook(scene)
    await untilWritten(scene)
    redis.signal('SIGKILL')
    await redis.ended
    await untilFlow(scene, await scene.system.untilRedisAnswers())
  },

  async 'Redis is frozen for 20 s'(scene) {
    const { redis } = scene.system
    await untilBothCook(scene)
    redis.signal('SIGSTOP')
    await pause(REDIS_FREEZE_MS)
    redis.signal('SIGCONT')
    await untilFlow(scene, await scene.system.untilRedisAnswers())
  },

  async 'Redis is away when a web process and a kitchen start'(scene) {
    const { system, draw } = scene
    const [web, kitchen] = [draw.oneOf(system.webs), draw.oneOf(system.kitchens)]
    await Promise.all([web.part.fall(), kitchen.part.down()])
    await system.redis.down()
    await Promise.all([web.part.up(), kitchen.part.up()])
    await system.untilLive(web)
    await pause(draw.between(1_000, 3_000))
    await system.redis.up()
    await untilFlow(scene, await system.untilRedisAnswers())
  },

  async 'Redis is full'(scene) {
    const { system, draw } = scene
    const redis = system.dial()
    await untilBothCook(scene)
    await redis.config('SET', 'maxmemory', '1')
    await pause(draw.between(...FULL_MS))
    await redis.config('SET', 'maxmemory', '0')
    redis.disconnect()
    await untilFlow(scene, Date.now())
  },

  async 'connections are cut in mid-reply'({ system, draw, recorder }) {
    const end = performance.now() + draw.between(4_000, 6_000)
    while (performance.now() < end) {
      const wire = draw.oneOf(system.wires)
      recorder.note({ what: 'did', at: Date.now(), by: wire.name, words: 'is cut in the next reply' })
      wire.cut(1)
      await pause(draw.between(50, 400))
    }
    system.heal()
  },

  async 'connections are slow'({ system, draw, recorder }) {
    const slow = async (wires: Wire[], delayMs: number, forMs: number) => {
      for (const wire of wires) {
        recorder.note({ what: 'did', at: Date.now(), by: wire.name, words: `is slow by ${delayMs} ms` })
        wire.delayMs = delayMs
      }
      await pause(forMs)
      system.heal()
    }
    await slow(
      system.webs.map(({ toCustomers }) => toCustomers),
      draw.whole(100, 800),
      2_000,
    )
    await slow(system.wires, draw.whole(50, 300), 3_000)
    // Longer than a web process waits: what it asked for is done, and the answer comes too late.
    await slow([draw.oneOf(system.webs).toRedis], draw.whole(900, 2_000), 3_000)
  },

  async 'the whole machine goes down, and comes back'(scene) {
    const { system } = scene
    const parts = [system.redis, ...[...system.webs, ...system.kitchens].map(({ part }) => part)]
    await untilBothCook(scene)
    await untilWritten(scene)
    const at = died(scene, 'both kitchens')
    await Promise.all(parts.map(part => part.fall()))
    await untilFlow(scene, await system.start())
    await untilTakenUp(scene, at)
  },
}

function died({ recorder }: Scene, of: string): number {
  const at = Date.now()
  recorder.note({ what: 'death', at, of })
  return at
}

async function untilBothCook({ recorder }: Scene): Promise<void> {
  await until(
    () => waitsAfter(recorder.history, Date.now()).length >= BOTH_KITCHENS_COOK,
    WAIT_FOR_THE_MOMENT_MS,
  )
}

/** What Redis answered while its disk flushed may be in its memory alone, and nobody promises that (docs/reliability.md). */
async function untilWritten({ system }: Scene): Promise<void> {
  const redis = system.dial()
  await until(async () => isWritten(await redis.info('persistence')), FLOWS_WITHIN_MS, WRITTEN_SOON_MS)
  redis.disconnect()
}

function isWritten(info: string): boolean {
  return info.includes('\naof_buffer_length:0\r') && info.includes('\naof_pending_bio_fsync:0\r')
}

/** Or until it should long have been: then the checker will say so. */
async function untilTakenUp({ recorder }: Scene, at: number, withinMs = TAKEN_UP_WITHIN_MS): Promise<void> {
  const isKnown = () => (recorder.history.told.at(-1)?.at ?? 0) > at
  const isTakenUp = () => waitsAfter(recorder.history, at).every(({ ms }) => ms !== undefined)
  await until(() => isKnown() && isTakenUp(), withinMs)
}

async function untilFlow({ recorder, name }: Scene, at: number): Promise<void> {
  recorder.note({ what: 'return', at, after: name })
  await until(() => waitForFlow(recorder.history, at) !== undefined, FLOWS_WITHIN_MS)
}

/** Or until the time is over: what comes of that is for the checker to say. */
async function until(
  isSo: () => boolean | Promise<boolean>,
  withinMs = FLOWS_WITHIN_MS,
  lookAgainMs = LOOK_AGAIN_MS,
): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!(await isSo())) {
    if (performance.now() > deadline) return
    await pause(lookAgainMs)
  }
}
