import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'node:test'
import { findProgram } from '#scripts/find-program.ts'
import { Part } from './part.ts'
import { freePort } from './start-nugget.ts'
import { until } from './until.ts'

/** In the environment of all that a test's starters bring into being. */
let mark: string
let dir: string
let port: number
let started: Part[]

/** Gives each test of a file `npm start` with a data directory and a port of its own, and ends all that came of it. */
export function withNpmStart() {
  beforeEach(async () => {
    mark = `NUGGET_TEST=${randomUUID()}`
    dir = await mkdtemp(join(tmpdir(), 'nugget-start-'))
    port = await freePort()
    started = []
  })
  afterEach(async () => {
    await Promise.all(started.map(part => part.end()))
    for (const { pid } of household()) process.kill(pid, 'SIGKILL')
    await until('all gone', () => household().length === 0)
    await rm(dir, { recursive: true, force: true })
  })
  return { dataDir: () => dir, port: () => port }
}

/** The restaurants, with these facts about the office changed. Returns their folder. */
export async function officeWith(facts: object): Promise<string> {
  const restaurants = join(dir, 'restaurants')
  await cp('restaurants', restaurants, { recursive: true })
  const file = join(restaurants, 'office.json')
  await writeFile(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...facts }))
  return restaurants
}

/** What `npm start` runs, not yet started. */
export function nugget(env: Record<string, string>, words: string[] = []): Part {
  return starter(['scripts/start.ts', ...words], env)
}

/** The real one, with npm and its shell before it; not yet started. */
export function nuggetByNpm(env: Record<string, string>): Part {
  const npm = findProgram(['npm'])
  if (!npm) throw new Error('no npm is on the PATH')
  return starter([realpathSync(npm), 'start'], env)
}

function starter(args: string[], env: Record<string, string>): Part {
  const [name = '', value = ''] = mark.split('=')
  const settings = {
    PORT: `${port}`,
    REDIS_URL: '',
    DATA_DIR: dir,
    RESTAURANTS_DIR: '',
    KITCHEN_SPEED: '',
    [name]: value,
    ...env,
  }
  const part = new Part('npm start', args, settings, ({ output }) => output.includes('Ctrl-C closes it'))
  started.push(part)
  return part
}

export async function npmStart(env: Record<string, string> = {}, args: string[] = []): Promise<Part> {
  const part = nugget(env, args)
  await part.start()
  return part
}

/** Starts what should not come up. Returns what it said on stderr, having ended with exit code 1 and no word else. */
export function failToStart(env: Record<string, string> = {}, ...words: string[]): Promise<string> {
  const settings = {
    ...process.env,
    PORT: `${port}`,
    REDIS_URL: '',
    DATA_DIR: dir,
    RESTAURANTS_DIR: '',
    KITCHEN_SPEED: '',
    ...env,
  }
  return new Promise((resolve, reject) => {
    const options = { env: settings, timeout: 30_000, killSignal: 'SIGKILL' } as const
    execFile(process.execPath, ['scripts/start.ts', ...words], options, (error, stdout, stderr) => {
      if (error?.code === 1 && stdout === '') resolve(stderr)
      else reject(new Error(`exit code ${error?.code ?? 0}: ${stdout}${stderr}`))
    })
  })
}

/** Those still there of all that this test's starters brought into being. */
export function offspring(): { pid: number; command: string }[] {
  return household().filter(({ command }) => !command.includes('scripts/start.ts'))
}

/** With the starters themselves, and npm. Redis wipes its environment, but keeps to its directory. */
export function household(): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter(pid => /^\d+$/.test(pid) && (readProc(pid, 'environ').includes(mark) || folderOf(pid) === dir))
    .map(pid => ({ pid: Number(pid), command: readProc(pid, 'cmdline').replaceAll('\0', ' ') }))
}

function folderOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined // it has just ended, or is not ours
  }
}

function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return '' // it has just ended
  }
}

export async function placeOrder(): Promise<{ id: string; number: number }> {
  const response = await postOrder()
  if (response.status !== 202) throw new Error(`the order was answered ${response.status}`)
  return response.json()
}

export function postOrder(): Promise<Response> {
  return fetch(at('/api/office/orders'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify({ items: [{ id: 'nuggets-6', quantity: 1 }] }),
  })
}

export async function readOrder(
  id: string,
): Promise<{ status: string; stage: string | null; number: number }> {
  const response = await fetch(at(`/api/office/orders/${id}`))
  return response.json()
}

export function at(path: string): string {
  return `http://localhost:${port}${path}`
}
