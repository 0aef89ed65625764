import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { environment } from './environment.ts'
import { shuttingDown } from './shutdown.ts'

/** Held polls are answered at once and requests end soon; who is not gone by then is left behind. */
const CLOSE_WITHIN_MS = 6_000

/** How long after it was told, once, a web process is gone at the latest. */
export function goneWithinMs(drainSeconds: number): number {
  return drainSeconds * 1000 + CLOSE_WITHIN_MS
}

/**
 * Closes this web process when it is told to, in an order that no customer notices behind a load balancer: first
 * it says that it is not ready, and serves as ever until that was seen; then held polls are answered and nobody new is let in.
 * Who tells it twice is in a hurry.
 *
 * Next.js stops listening at the signal itself. So its listeners, which are there by now, are taken off and called
 * when it is time.
 */
export function closeWhenTold(): void {
  const hurry = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const listeners = process.listeners(signal)
    process.removeAllListeners(signal)
    process.on(signal, async () => {
      if (shuttingDown.announced) return hurry.abort()
      await announce(hurry.signal)
      shuttingDown.start()
      for (const listener of listeners) listener(signal)
      setTimeout(() => process.exit(0), CLOSE_WITHIN_MS).unref()
    })
  }
  // Whoever started us was killed.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}

/** Until load balancers have asked whether this process is ready. Connections end with their next answer, so that none is cut off later. */
async function announce(hurry: AbortSignal): Promise<void> {
  shuttingDown.announced = true
  subscribe('http.server.request.start', message => {
    const { response } = message as { response: ServerResponse }
    response.setHeader('Connection', 'close')
  })
  await pause(environment().drainSeconds * 1000, undefined, { signal: hurry }).catch(() => undefined)
}
