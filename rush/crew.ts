import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { MOST_COOKS } from './settings.ts'
import { OFFICE } from './tale-restaurants.ts'

const KITCHEN = 'workers/kitchen.ts'
const OPEN_WITHIN_MS = 30_000
const CLOSE_WITHIN_MS = 3_000

/**
 * The cooks near the office: a kitchen process of one cook each, so that one can walk out for good. Each sees its channel
 * to us disconnect when we end, however we end, and ends too.
 */
export class Crew {
  #cooks: ChildProcess[]
  #coming = new Set<ChildProcess>()

  private constructor(cooks: ChildProcess[]) {
    this.#cooks = cooks
  }

  /** Resolves when all of them cook. Throws when one does not come up, or `signal` aborts; then none is left. */
  static async hire(count: number, signal: AbortSignal): Promise<Crew> {
    const crew = new Crew(Array.from({ length: count }, startKitchen))
    try {
      await Promise.all(crew.#cooks.map(cook => untilOpen(cook, signal)))
      return crew
    } catch (error) {
      await crew.sendHome()
      throw error
    }
  }

  /** Each cook's process, and whether it lives. One who was told to go is as good as gone, though the process ends a moment later. */
  get cooks(): { pid: number | null; alive: boolean }[] {
    return this.#cooks.map(({ pid, exitCode, signalCode, killed }) => ({
      pid: pid ?? null,
      alive: pid !== undefined && exitCode === null && signalCode === null && !killed,
    }))
  }

  /**
   * One more, who is of the crew once cooking; resolves with their place in it. Undefined when as many as may cook already, or are on their way.
   * Throws as `hire` does.
   */
  async hireOne(signal: AbortSignal): Promise<number | undefined> {
    const living = this.cooks.filter(({ alive }) => alive).length
    if (living + this.#coming.size >= MOST_COOKS) return undefined
    const cook = startKitchen()
    this.#coming.add(cook)
    try {
      await untilOpen(cook, signal)
      return this.#cooks.push(cook) - 1
    } catch (error) {
      await end(cook)
      throw error
    } finally {
      this.#coming.delete(cook)
    }
  }

  /** Walks out as it stands: `kill -9`. */
  walkOut(cook: number): void {
    this.#cooks[cook]?.kill('SIGKILL')
  }

  async sendHome(): Promise<void> {
    await Promise.all([...this.#cooks, ...this.#coming].map(end))
  }
}

function startKitchen(): ChildProcess {
  return spawn(process.execPath, [KITCHEN, OFFICE], {
    // The shift's times are in the orders, so nothing else speeds them up.
    env: { ...process.env, KITCHEN_SPEED: '1' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
}

async function untilOpen(cook: ChildProcess, signal: AbortSignal): Promise<void> {
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(OPEN_WITHIN_MS)])
  const gone = new AbortController()
  const tooEarly = once(cook, 'exit', { signal: gone.signal }).then(([code, how]) => {
    throw new Error(`a kitchen ended while starting (${how ?? `exit code ${code}`})`)
  })
  const open = cook.stdout ? once(cook.stdout, 'data', { signal: inTime }) : Promise.resolve()
  for (const loser of [tooEarly, open]) Promise.resolve(loser).catch(() => undefined)
  try {
    await Promise.race([open, tooEarly])
    cook.stdout?.resume()
  } finally {
    gone.abort()
  }
}

async function end(cook: ChildProcess): Promise<void> {
  if (cook.pid === undefined || cook.exitCode !== null || cook.signalCode !== null) return
  const tooLong = setTimeout(() => cook.kill('SIGKILL'), CLOSE_WITHIN_MS)
  cook.kill('SIGTERM')
  await once(cook, 'exit')
  clearTimeout(tooLong)
}
