import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { until } from './until.ts'

/** Many start at a time, on few cores. */
const READY_WITHIN_MS = 60_000

/** One process of the system, which a test may stop, kill, freeze and start again. */
export class Part {
  readonly name: string
  /** Everything it said, for the message of a failing test. */
  output = ''
  #args: string[]
  #env: Record<string, string>
  #ready: (part: Part) => Promise<boolean> | boolean
  #process: ChildProcess | undefined

  constructor(
    name: string,
    args: string[],
    env: Record<string, string>,
    ready: (part: Part) => Promise<boolean> | boolean,
  ) {
    this.name = name
    this.#args = args
    this.#env = env
    this.#ready = ready
  }

  get pid(): number | undefined {
    return this.#process?.pid
  }

  get isRunning(): boolean {
    return this.#process !== undefined && this.#process.exitCode === null && this.#process.signalCode === null
  }

  async start(): Promise<void> {
    this.output = ''
    const child = spawn(process.execPath, this.#args, {
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...this.#env },
      // The channel: should the test runner be killed, web and kitchen notice and end.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#process = child
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', chunk => {
        this.output += chunk
      })
    }
    await until(`${this.name} ready`, () => !this.isRunning || this.#ready(this), READY_WITHIN_MS)
    if (!this.isRunning) throw new Error(`${this.name} ended: ${this.output}`)
  }

  /** Sends `signal` and waits for the end. Returns the exit code, or null when the signal itself ended it. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const child = this.#process
    if (!child || !this.isRunning) return child?.exitCode ?? null
    const exit = once(child, 'exit')
    child.kill('SIGCONT')
    child.kill(signal)
    await exit
    return child.exitCode
  }

  /** Whoever reads what it says is gone. */
  stopListening(): void {
    this.#process?.stdout?.destroy()
    this.#process?.stderr?.destroy()
  }

  freeze(): void {
    this.#process?.kill('SIGSTOP')
  }

  thaw(): void {
    this.#process?.kill('SIGCONT')
  }
}
