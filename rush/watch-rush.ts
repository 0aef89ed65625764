import { setTimeout as pause } from 'node:timers/promises'
import { onePerProcess } from '#orders/one-per-process.ts'
import { type Snapshot, View } from '#orders/view.ts'
import { NoSuchRush } from './refusals.ts'
import { readRushSnapshot } from './rushes.ts'

const READ_EVERY_MS = 100

/**
 * The next state of a rush that differs from `now`, or the same after `waitMs`. One reading serves all who wait for it.
 * Throws `NoSuchRush` when it is forgotten meanwhile, `RedisAway`.
 */
export async function rushChange(
  id: string,
  now: Snapshot,
  waitMs: number,
  signal: AbortSignal,
): Promise<Snapshot> {
  const watched = onePerProcess('watched rushes', () => new Map<string, View>())
  const known = watched.get(id)
  const view = known ?? new View()
  const change = view.change({ tag: now.tag, since: performance.now() }, waitMs, signal)
  if (!known) {
    watched.set(id, view)
    void watch(id, view).finally(() => watched.delete(id))
  }
  return (await change) ?? now
}

async function watch(id: string, view: View): Promise<void> {
  while (view.isWaitedFor) {
    const startedAt = performance.now()
    try {
      const rush = await readRushSnapshot(id)
      if (rush) view.show(rush, startedAt)
      else view.fail(new NoSuchRush('the rush is forgotten'))
    } catch (error) {
      view.fail(error instanceof Error ? error : new Error(String(error)))
    }
    await pause(READ_EVERY_MS)
  }
}
