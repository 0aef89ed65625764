import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { ending } from './ending.ts'
import type { Running } from './keep-running.ts'

/** Longer than the kitchen and the rush give themselves to finish what they have in hand. */
const STOPPING_DEADLINE_MS = 25_000

type Options = {
  /** Added to this process's own. */
  env?: Record<string, string>
  /** It is killed when it was told to stop and is still there after so long. */
  stoppingDeadlineMs?: number
  /** Gets what the process says on stdout, a line at a time. */
  onLine: (line: string) => void
  /** Gets what it says on stderr. */
  onErrorLine: (line: string) => void
}

type Child = Running & {
  pid: number
  /** Calls `heard` with each message that comes over the channel. */
  onSign: (heard: () => void) => void
}

/**
 * Runs a Node program as a child, in a process group of its own, so that a terminal's Ctrl-C reaches the starter alone
 * and the starter says who stops when. The child sees its channel to us disconnect when we end, however we end.
 */
export function runNode(args: string[], options: Options): Child {
  const { env, stoppingDeadlineMs = STOPPING_DEADLINE_MS, onLine, onErrorLine } = options
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  eachLine(child.stdout, onLine)
  eachLine(child.stderr, onErrorLine)

  const ended = new Promise<string>(resolve => {
    child.once('error', error => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  const onSign = (heard: () => void) => void child.on('message', heard)
  return { pid: child.pid ?? 0, ended, onSign, ...ending(child, ended, stoppingDeadlineMs) }
}

function eachLine(stream: Readable | null, onLine: (line: string) => void): void {
  if (stream) createInterface(stream).on('line', line => line.trim() && onLine(line))
}
