import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { askRedis } from './ask-redis.ts'
import { killGroup } from './ending.ts'
import { hearRedis } from './hear-redis.ts'

const STOPPING_DEADLINE_MS = 20_000
/** Also right after this machine has slept. */
const ANSWER_WITHIN_MS = 1_000
const ASKING_AGAIN_MS = 20

type Orphan = { dir: string; socket: string; pidFile: string; silentMs: number }

/**
 * A starter that was killed leaves its Redis behind, which still has the orders: it is asked to write them down and go. Who says nothing
 * for `silentMs` is killed, but only what is that Redis beyond doubt. Throws where somebody has to see to it, and says to which process.
 */
export async function endOrphan(orphan: Orphan): Promise<void> {
  const deadline = Date.now() + STOPPING_DEADLINE_MS
  let heardAt = Date.now()
  while (await isThere(orphan.socket)) {
    const patienceMs = Math.max(ANSWER_WITHIN_MS, heardAt + orphan.silentMs - Date.now())
    if (await hearRedis(orphan.socket, patienceMs)) {
      heardAt = Date.now()
      if (heardAt > deadline) throw new Error(`${wordsFor(orphan)} and does not stop`)
      await askRedis(`unix:${orphan.socket}`, redis => redis.shutdown()).catch(() => {}) // it hangs up instead of answering
    } else if (Date.now() - heardAt >= orphan.silentMs) {
      await killForCertain(orphan)
    }
    await pause(ASKING_AGAIN_MS)
  }
}

/** Nobody is there where nobody listens; whoever is frozen takes no more visitors after some hundred. */
function isThere(socket: string): Promise<boolean> {
  return new Promise(resolve => {
    const connection = connect(socket)
    connection
      .once('connect', () => resolve(true))
      .once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'EAGAIN'))
    connection.once('connect', () => connection.destroy())
  })
}

/** The last resort. What it has written the system keeps. */
async function killForCertain(orphan: Orphan): Promise<void> {
  const pid = pidIn(orphan)
  if (!pid || !isRedisIn(orphan.dir, pid)) {
    throw new Error(`${wordsFor(orphan)} and does not answer: kill it (kill -9), then start again`)
  }
  console.error(
    `The Redis that was left behind (process ${pid}) gave no sign of life for ${orphan.silentMs / 1000} s; killing it`,
  )
  killGroup(pid)
  const deadline = Date.now() + STOPPING_DEADLINE_MS
  while (isRedisIn(orphan.dir, pid)) {
    if (Date.now() > deadline)
      throw new Error(`${wordsFor(orphan)}, though it was killed: its disk may not answer`)
    await pause(ASKING_AGAIN_MS)
  }
}

function wordsFor(orphan: Orphan): string {
  const pid = pidIn(orphan)
  return `A redis-server still runs at ${orphan.socket} (${pid ? `process ${pid}, if ${orphan.pidFile} is right` : 'its process is unknown'})`
}

/** As Redis wrote it down at its start. */
function pidIn({ dir, pidFile }: Orphan): number | undefined {
  try {
    return Number(readFileSync(join(dir, pidFile), 'utf8').trim()) || undefined
  } catch {
    return undefined
  }
}

/** Whether the process is a Redis that has its data in `dir`: a number may have been given anew. Only Linux tells. */
function isRedisIn(dir: string, pid: number): boolean {
  try {
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    return /^(redis|valkey)-server$/.test(name) && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dir)
  } catch {
    return false
  }
}
