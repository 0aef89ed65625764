import type { Running } from './keep-running.ts'

const LOOKS = 10

/** A process that may show by itself that it lives. */
type Lively = Running & { onSign?: (heard: () => void) => void }

type Patience = {
  silentMs: number
  /** Of what gives no sign by itself: asks for one, at each look. */
  ask?: (heard: () => void) => void
}

/**
 * Kills a process that gave no sign of life for `silentMs`, or twice as long at its start. Only looks that were made in time count:
 * when this process itself was frozen, or its machine slept, the others may have spoken unheard.
 */
export function endWhenSilent(name: string, child: Lively, { silentMs, ask }: Patience): Running {
  const everyMs = silentMs / LOOKS
  let missed = -LOOKS
  let lastLookAt = Date.now()
  const heard = () => {
    missed = 0
  }
  const look = () => {
    const now = Date.now()
    if (now - lastLookAt < 2 * everyMs) missed += 1
    lastLookAt = now
    if (missed < LOOKS) {
      ask?.(heard)
      looking = setTimeout(look, everyMs)
    } else {
      console.error(`${name} gave no sign of life for ${silentMs / 1000} s; killing it`)
      void child.kill()
    }
  }
  let looking = setTimeout(look, everyMs)
  const lookAway = () => clearTimeout(looking)

  child.onSign?.(heard)
  child.ended.then(lookAway)
  const leaveAlone = (end: 'stop' | 'kill') => () => {
    lookAway()
    return child[end]()
  }
  return { ended: child.ended, stop: leaveAlone('stop'), kill: leaveAlone('kill') }
}
