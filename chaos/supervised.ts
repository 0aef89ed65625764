import { type Kept, keepRunning, type Running } from '#scripts/keep-running.ts'

type Process = Running & { pid: number }

/**
 * A part of the system, kept running as `npm start` keeps it: what ends by itself is started again. What falls silent is left alone:
 * no freeze of a run lasts as long as `npm start` would wait.
 */
export class Supervised {
  readonly name: string
  #launch: () => Promise<Process>
  #process: Process | undefined
  #kept: Kept | undefined

  constructor(name: string, launch: () => Promise<Process>) {
    this.name = name
    this.#launch = launch
  }

  async up(): Promise<void> {
    this.#kept = keepRunning(this.name, await this.#start(), () => this.#start())
  }

  /** Told to stop, and not started again. */
  async down(): Promise<void> {
    await this.#kept?.stop()
  }

  /** Killed, and not started again. */
  async fall(): Promise<void> {
    await this.#kept?.kill()
  }

  /** To the process alone; the supervisor sees what comes of it. */
  signal(signal: NodeJS.Signals): void {
    try {
      process.kill(this.pid, signal)
    } catch {
      // It has just ended by itself; the supervisor knows.
    }
  }

  /** Of the process that runs now, or ran last. */
  get pid(): number {
    return this.#process?.pid ?? 0
  }

  get ended(): Promise<string> {
    return this.#process?.ended ?? Promise.resolve('never started')
  }

  async #start(): Promise<Process> {
    this.#process = await this.#launch()
    return this.#process
  }
}
