import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { askRedis } from './ask-redis.ts'
import { claimDirectory } from './claim-directory.ts'
import { ending } from './ending.ts'
import { findRedis } from './find-redis.ts'
import type { Running } from './keep-running.ts'

const SOCKET = 'redis.sock'
/** On every system; where it is longer Linux itself says only that the argument is invalid. */
const LONGEST_SOCKET_PATH_BYTES = 103

/**
 * Every order that was answered survives a `kill -9` of Redis; nothing is ever evicted to make room. A power cut takes the last second
 * with it, unless `fsync` is `always`.
 */
const settings = (fsync: Fsync) => ({
  port: '0',
  unixsocket: SOCKET,
  unixsocketperm: '700',
  appendonly: 'yes',
  appendfsync: fsync,
  save: '',
  'maxmemory-policy': 'noeviction',
})

const STARTING_DEADLINE_MS = 120_000
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
 * Starts a Redis of one's own in this directory, reachable through a socket there, and waits until it answers. The next
 * start in the same directory goes on with the same data. Throws when the directory is in use, or with the
 * server's own last words when it does not come up.
 */
export async function startRedis({
  dir,
  fsync = 'everysec',
}: {
  dir: string
  fsync?: Fsync
}): Promise<EmbeddedRedis> {
  const socket = join(dir, SOCKET)
  if (Buffer.byteLength(socket) > LONGEST_SOCKET_PATH_BYTES) {
    throw new Error(`${dir} is too long a path for a socket; set DATA_DIR to one nearer to the root`)
  }
  const program = findRedis()
  const letGo = claimDirectory(dir)
  try {
    await shutDownOrphan(socket)
    rmSync(socket, { force: true })
    return await launch(program, dir, fsync, letGo)
  } catch (error) {
    letGo()
    throw error
  }
}

async function launch(program: string, dir: string, fsync: Fsync, letGo: () => void): Promise<EmbeddedRedis> {
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
    await answering(socket, hopeless.signal)
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

/** Waits until the server answers; while it loads its log from disk it does not yet. */
async function answering(socket: string, hopeless: AbortSignal): Promise<void> {
  const deadline = Date.now() + STARTING_DEADLINE_MS
  while (!(await answers(socket))) {
    hopeless.throwIfAborted()
    if (Date.now() > deadline) throw new Error('it did not answer in time')
    await pause(ASKING_AGAIN_MS)
  }
}

function answers(socket: string): Promise<boolean> {
  return askRedis(`unix:${socket}`, redis => redis.ping()).then(
    () => true,
    () => false,
  )
}

/** A starter that was killed leaves its Redis behind, which still has the orders: it is asked to write them down and go. */
async function shutDownOrphan(socket: string): Promise<void> {
  const deadline = Date.now() + STOPPING_DEADLINE_MS
  while (await accepts(socket)) {
    if (Date.now() > deadline) throw new Error(`A redis-server still runs at ${socket} and does not stop`)
    await askRedis(`unix:${socket}`, redis => redis.shutdown()).catch(() => {}) // it hangs up instead of answering
    await pause(ASKING_AGAIN_MS)
  }
}

function accepts(socket: string): Promise<boolean> {
  return new Promise(resolve => {
    const connection = connect(socket)
    connection.once('connect', () => resolve(true)).once('error', () => resolve(false))
    connection.once('connect', () => connection.destroy())
  })
}
