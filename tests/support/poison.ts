import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'

/** What cooks for exactly so long is poison: a kitchen into which this file is loaded first dies of it, without a word. */
const POISON_MS = 1_234

const wait = timers.setTimeout
timers.setTimeout = (ms, ...rest) => {
  if (ms === POISON_MS) process.kill(process.pid, 'SIGKILL')
  return wait(ms, ...rest)
}
syncBuiltinESMExports()
