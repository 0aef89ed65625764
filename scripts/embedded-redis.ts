import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { askRedis } from './ask-redis.ts'
import { claimDirectory } from './claim-directory.ts'
import { endOrphan } from './end-orphan.ts'
import { ending } from './ending.ts'
import { findRedis } from './find-redis.ts'
import type { Running } from './keep-running.ts'

const SOCKET = 'redis.sock'
const PID_FILE = 'redis.pid'
/** On every system; where it is longer Linux itself says only that the argument is invalid. */
const LONGEST_SOCKET_PATH_BYTES = 103

/**
 * Every order that was answered survives a `kill -9` of Redis, but for those of a moment in which its disk was still busy with a flush;
 * nothing is ever evicted to make room. A power cut takes the last second with it. With `fsync` `always` neither is lost.
 */
const settings = (fsync: Fsync) => ({
  port: '0',
  unixsocket: SOCKET,
  unixsocketperm: '700',
  pidfile: PID_FILE,
  appendonly: 'yes',
  appendfsync: fsync,
  save: '',
  'maxmemory-policy': 'noeviction',
})

const SILENT_MS = 30_000
/** A slow disk may take that many times as long until a Redis that starts says its first word. */
const STARTING_SILENCES = 4
const STOPPING_DEADLINE_MS = 20_000
const ASKING_AGAIN_MS = 20

type Fsync = 'everysec' | 'always'

/** Once it has ended, however, it has let go of its directory. */
export type EmbeddedRedis = Running & {
  /** For `REDIS_URL`, as `unix:…/redis.sock`. */
  url: string
  pid: number
}

/**
 * Starts a Redis of one's own in this directory, reachable through a socket there, and waits until it answers, for as long as it says that
 * it is loading. The next start in the same directory goes on with the same data, also where a Redis was left behind: one that says nothing for
 * `silentMs` is killed. Throws when the directory is in use, or with the server's own last words when it does not come up.
 */
export async function startRedis({
  dir,
  fsync = 'everysec',
  silentMs = SILENT_MS,
}: {
  dir: string
  fsync?: Fsync
  silentMs?: number
}): Promise<EmbeddedRedis> {
  const socket = join(dir, SOCKET)
  if (Buffer.byteLength(socket) > LONGEST_SOCKET_PATH_BYTES) {
    throw new Error(`${dir} is too long a path for a socket; set DATA_DIR to one nearer to the root`)
  }
  const program = findRedis()
  const letGo = claimDirectory(dir)
  try {
    await endOrphan({ dir, socket, pidFile: PID_FILE, silentMs })
    rmSync(socket, { force: true })
    return await launch({ program, dir, fsync, silentMs, letGo })
  } catch (error) {
    letGo()
    throw error
  }
}

type Launch = { program: string; dir: string; fsync: Fsync; silentMs: number; letGo: () => void }

async function launch({ program, dir, fsync, silentMs, letGo }: Launch): Promise<EmbeddedRedis> {
  const args = Object.entries(settings(fsync)).flatMap(([name, value]) => [`--${name}`, value])
  // In a process group of its own, so that a terminal's Ctrl-C does not reach it before those who still write to it.
  const server = spawn(program, args, { cwd: dir, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const onExit = () => server.kill('SIGTERM')
  process.once('exit', onExit)
  const lastWords = listen(server)
  const ended = new Promise<string>(resolve => {
    server.once('close', (code, signal) => {
      process.off('exit', onExit)
      letGo()
      resolve(signal ?? `exit code ${code}: ${lastWords()}`)
    })
  })
  await once(server, 'spawn')

  const { stop, kill } = ending(server, ended, STOPPING_DEADLINE_MS)
  const socket = join(dir, SOCKET)
  const hopeless = new AbortController()
  ended.then(how => hopeless.abort(new Error(how)))
  try {
    await answering(socket, STARTING_SILENCES * silentMs, hopeless.signal)
  } catch (cause) {
    await kill()
    const why = cause instanceof Error ? cause.message : cause
    throw new Error(`redis-server did not start in ${dir}: ${why}`, { cause })
  }
  return { url: `unix:${socket}`, pid: server.pid ?? 0, ended, stop, kill }
}

/** Keeps the log flowing (a full pipe would halt the server) and in mind what was said last. */
function listen(server: ChildProcessByStdio<null, Readable, Readable>): () => string {
  let lastWords = 'it said nothing'
  for (const stream of [server.stdout, server.stderr]) {
    createInterface(stream).on('line', line => {
      if (line.trim()) lastWords = line.replace(/^\d+:\w .+?:\d\d\.\d+ [.*#-] /, '')
    })
  }
  return () => lastWords
}

/** Waits until the server answers. While it loads its log from disk it says so, however long that takes. */
async function answering(socket: string, silentMs: number, hopeless: AbortSignal): Promise<void> {
  let heardAt = Date.now()
  for (;;) {
    const answer = await greet(socket)
    if (answer === 'ready') return
    hopeless.throwIfAborted()
    if (answer === 'not yet') heardAt = Date.now()
    if (Date.now() - heardAt > silentMs) throw new Error('it did not answer in time')
    await pause(ASKING_AGAIN_MS)
  }
}

function greet(socket: string): Promise<'ready' | 'not yet' | 'silent'> {
  return askRedis(`unix:${socket}`, redis => redis.ping()).then(
    () => 'ready',
    error => (error instanceof Error && error.name === 'ReplyError' ? 'not yet' : 'silent'),
  )
}
