import { setTimeout as pause } from 'node:timers/promises'
import { onePerProcess } from '#orders/one-per-process.ts'
import { type Snapshot, View } from '#orders/view.ts'

const READ_EVERY_MS = 100

type Watched = {
  /** One reading serves all who wait for what is called so. */
  name: string
  /** Null when it is no more. */
  read: () => Promise<Snapshot | null>
  gone: () => Error
}

/**
 * The next state of something of the tale that differs from `now`, or the same after `waitMs`.
 * Throws what `gone` says when it is forgotten meanwhile, `RedisAway`.
 */
export async function nextState(
  watched: Watched,
  now: Snapshot,
  waitMs: number,
  signal: AbortSignal,
): Promise<Snapshot> {
  const views = onePerProcess('watched in the tale', () => new Map<string, View>())
  const known = views.get(watched.name)
  const view = known ?? new View()
  const change = view.change({ tag: now.tag, since: performance.now() }, waitMs, signal)
  if (!known) {
    views.set(watched.name, view)
    void watch(watched, view).finally(() => views.delete(watched.name))
  }
  return (await change) ?? now
}

async function watch({ read, gone }: Watched, view: View): Promise<void> {
  while (view.isWaitedFor) {
    const startedAt = performance.now()
    try {
      const state = await read()
      if (state) view.show(state, startedAt)
      else view.fail(gone())
    } catch (error) {
      view.fail(error instanceof Error ? error : new Error(String(error)))
    }
    await pause(READ_EVERY_MS)
  }
}
