import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * Watches from now on for moments in which this process itself stands still, as on a crowded machine. Returns what tells the longest, in
 * ms: by so much a clock read here may be late, whatever it is held to.
 */
export function watchForStalls(): () => Promise<number> {
  const delays = monitorEventLoopDelay()
  delays.enable()
  return async () => {
    await nextTurn() // a timer that was due as well has told of it by then
    return delays.max / 1e6
  }
}
