import type { ChildProcess } from 'node:child_process'
import type { Running } from './keep-running.ts'

/** The two ways to end a child that leads a process group of its own; politely, it gets this long before it must. */
export function ending(
  child: ChildProcess,
  ended: Promise<string>,
  deadlineMs: number,
): Pick<Running, 'stop' | 'kill'> {
  const kill = async () => {
    killGroup(child.pid)
    await ended
  }
  const stop = async () => {
    const deadline = setTimeout(kill, deadlineMs)
    child.kill('SIGTERM')
    await ended
    clearTimeout(deadline)
  }
  return { stop, kill }
}

/** Kills a process and all that it started, if it leads a group of its own. */
export function killGroup(leader: number | undefined): void {
  try {
    if (leader) process.kill(-leader, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}
