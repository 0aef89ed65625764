import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { runNode } from './run-process.ts'

/** Whatever the web server's build is made from. */
const SOURCES = [
  'app/**/*.*',
  'orders/**/*.*',
  'public/**/*.*',
  '*.js',
  'instrumentation*.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const STAMP = '.next/sources.sha256'
export const NEXT = 'node_modules/next/dist/bin/next'

/** Builds the web server unless that was done from these very sources. */
export async function buildIfNeeded(stopping: AbortSignal): Promise<void> {
  if (readStamp() === hashSources()) return

  console.log('Building…')
  const said: string[] = []
  const keep = (line: string) => said.push(line)
  await build({ stopping, onLine: keep, onErrorLine: keep }).catch(error => {
    console.error(said.join('\n'))
    throw error
  })
}

async function build({ stopping, ...output }: { stopping: AbortSignal; onLine: Say; onErrorLine: Say }) {
  const sources = hashSources()
  rmSync(STAMP, { force: true })
  const next = runNode([NEXT, 'build'], {
    ...output,
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  stopping.addEventListener('abort', () => next.kill())

  const how = await next.ended
  stopping.throwIfAborted()
  if (how !== 'exit code 0') throw new Error(`The build failed (${how})`)
  mkdirSync('.next', { recursive: true })
  writeFileSync(STAMP, sources)
}

type Say = (line: string) => void

function hashSources(): string {
  const hash = createHash('sha256')
  const files = globSync(SOURCES, { withFileTypes: true }).filter(entry => entry.isFile())
  for (const path of files.map(file => join(file.parentPath, file.name)).sort()) {
    hash
      .update(`${relative('.', path)}\0`)
      .update(readFileSync(path))
      .update('\0')
  }
  return hash.digest('hex')
}

function readStamp(): string | undefined {
  try {
    return readFileSync(STAMP, 'utf8')
  } catch {
    return undefined
  }
}

if (import.meta.main) {
  const interrupted = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interrupted.abort())
  await build({ stopping: interrupted.signal, onLine: console.log, onErrorLine: console.error }).catch(
    error => {
      console.error(error.message)
      process.exitCode = 1
    },
  )
}
