import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { writeExcerpts } from './excerpts.ts'
import { runTool } from './run-tool.ts'

export const NEXT = 'node_modules/next/dist/bin/next'

/** Whatever the web server's build is made from. */
const SOURCES = [
  'app/**/*.*',
  'orders/**/*.*',
  'rush/**/*.*',
  'public/**/*.*',
  '*.config.js',
  'instrumentation*.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
/** Lies in the build, and says from which sources it was made. */
const STAMP = '.next/sources.sha256'
const ENVIRONMENT = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const

/** Builds the web server unless that was done from these very sources. Throws what the build said when it fails. */
export async function buildIfNeeded(stop = new AbortController().signal): Promise<void> {
  writeExcerpts()
  const sources = hashSources()
  if (readStamp() === sources) return

  console.log('Building…')
  rmSync(STAMP, { force: true })
  await promisify(execFile)(process.execPath, [NEXT, 'build'], {
    env: { ...process.env, ...ENVIRONMENT },
    signal: stop,
    maxBuffer: Number.POSITIVE_INFINITY,
  }).catch(({ stdout, stderr }) => {
    throw new Error(`${stdout}${stderr}\nThe build failed`)
  })
  writeStamp(sources)
}

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

function writeStamp(sources: string): void {
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, sources)
}

/** `npm run build` builds in any case, and shows how it goes. */
if (import.meta.main) {
  writeExcerpts()
  const sources = hashSources()
  Object.assign(process.env, ENVIRONMENT)
  rmSync(STAMP, { force: true })
  if (runTool('node', [NEXT, 'build'])) writeStamp(sources)
  else process.exitCode = 1
}
