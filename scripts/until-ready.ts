import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE_MS = 60_000
/** What hinders for this long is worth a line. */
const SPEAK_UP_MS = 5_000
const ASKING_AGAIN_MS = 50
const ANSWER_DEADLINE_MS = 5_000

/** Resolves when the web server can take orders. Says what hinders it, and throws that when it goes on for too long. */
export async function untilReady(port: number, stop: AbortSignal): Promise<void> {
  const startedAt = Date.now()
  let said = ''
  for (;;) {
    const hindrance = await askWhatHinders(port, stop)
    if (!hindrance) return

    const waitedMs = Date.now() - startedAt
    if (waitedMs > PATIENCE_MS) throw new Error(`Nugget cannot open: ${hindrance}`)
    if (waitedMs > SPEAK_UP_MS && said !== hindrance) {
      console.error(`Not open yet: ${hindrance}`)
      said = hindrance
    }
    await pause(ASKING_AGAIN_MS, undefined, { signal: stop })
  }
}

async function askWhatHinders(port: number, stop: AbortSignal): Promise<string | undefined> {
  try {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(ANSWER_DEADLINE_MS)])
    const response = await fetch(`http://localhost:${port}/api/health/ready`, { signal })
    return response.ok ? undefined : await readReasons(response)
  } catch {
    stop.throwIfAborted()
    return 'the web server does not answer'
  }
}

async function readReasons(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined)
  const reasons = typeof body === 'object' && body && 'reasons' in body ? body.reasons : undefined
  return Array.isArray(reasons) ? reasons.join('; ') : `the web server answers ${response.status}`
}
