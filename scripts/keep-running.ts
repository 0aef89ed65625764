import { setTimeout as pause } from 'node:timers/promises'

/** Something that was started: a child process, a Redis. */
export type Running = {
  /** Resolves when it has ended, with how. */
  ended: Promise<string>
  /** Lets it finish what it has in hand, then ends it. */
  stop: () => Promise<void>
  /** Ends it at once. */
  kill: () => Promise<void>
}

/** The same while it is kept running: then it ends only when it is told to. */
export type Kept = Pick<Running, 'stop' | 'kill'> & { restart: () => Promise<void> }

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 5_000
/** What ran for this long had no trouble starting. */
const STEADY_MS = 30_000

/** Starts what ended by itself again, after a pause that grows for as long as it keeps ending soon. */
export function keepRunning(name: string, first: Running, start: () => Running | Promise<Running>): Kept {
  const stopping = new AbortController()
  let current = first
  let restarting = false

  const watch = async () => {
    let pauseMs = FIRST_PAUSE_MS
    while (!stopping.signal.aborted) {
      const startedAt = Date.now()
      const how = await current.ended
      if (stopping.signal.aborted) return

      if (restarting || Date.now() - startedAt > STEADY_MS) pauseMs = FIRST_PAUSE_MS
      if (!restarting) {
        console.error(`${name} ended by itself (${how}); starting it again`)
        await pause(pauseMs, undefined, { signal: stopping.signal }).catch(() => {})
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
      }
      restarting = false
      if (!stopping.signal.aborted) current = await startOrSay(start)
    }
  }
  const watching = watch()

  const finish = (end: 'stop' | 'kill') => async () => {
    stopping.abort()
    await current[end]()
    await watching
    await current[end]() // one that was just being started when we were told to stop
  }
  const restart = async () => {
    restarting = true
    await current.stop()
  }
  return { stop: finish('stop'), kill: finish('kill'), restart }
}

async function startOrSay(start: () => Running | Promise<Running>): Promise<Running> {
  try {
    return await start()
  } catch (error) {
    const how = error instanceof Error ? error.message : `${error}`
    return { ended: Promise.resolve(how), stop: async () => {}, kill: async () => {} }
  }
}
