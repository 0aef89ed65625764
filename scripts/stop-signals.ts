import { speakUnheard } from '#orders/speak-unheard.ts'
import { whenNpmIsGone } from './when-npm-is-gone.ts'

/** `npm` hands a Ctrl-C on although the terminal gave it to us already: what follows this soon is the same one. */
const SAME_SIGNAL_MS = 500

/** `stop`: somebody wants this process to end (Ctrl-C, SIGTERM, a closed terminal), or npm was killed. `hurry`: and again. */
export function stopSignals(): { stop: AbortSignal; hurry: AbortSignal } {
  const stop = new AbortController()
  const hurry = new AbortController()
  let firstAt = 0

  const onSignal = () => {
    if (!stop.signal.aborted) {
      firstAt = Date.now()
      stop.abort()
    } else if (Date.now() - firstAt > SAME_SIGNAL_MS) {
      hurry.abort()
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal)
  whenNpmIsGone(() => stop.abort())

  // A closed terminal is no reason to leave children behind.
  speakUnheard()
  return { stop: stop.signal, hurry: hurry.signal }
}
