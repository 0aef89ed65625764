import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { buildIfNeeded } from './build.ts'
import { findChromium } from './find-chromium.ts'
import { findRedis } from './find-redis.ts'
import { runTool } from './run-tool.ts'

/** `npm test`: the cheapest to fail comes first, and the first to fail ends it. */
const STAGES: [name: string, run: () => boolean | Promise<boolean>][] = [
  ['check', () => runTool('node', ['scripts/check.ts'])],
  ['redis and chromium', () => Boolean(findRedis() && findChromium())],
  ['build', () => buildIfNeeded().then(() => true)],
  // They mostly wait: for food, for a lock to run out.
  ['unit and integration', () => runTests(8, 'tests/unit/**/*.test.ts', 'tests/integration/**/*.test.ts')],
  // They hold clocks against arithmetic, or answers against a clock, so nothing runs beside them.
  ['timed', () => runTests(1, 'tests/timed/**/*.test.ts')],
  ['end to end', () => runTool('playwright', ['test'])],
  // Every kind of fault once. The long run is `npm run chaos`.
  ['chaos', () => runTool('node', ['chaos/chaos.ts', '--orders', '1000', '--seed', '1'])],
]

// Hundreds of processes begin here, and most of a short life goes into compiling what the one before compiled as well.
process.env.NODE_COMPILE_CACHE ??= resolve('node_modules/.cache/node')

const durations: string[] = []
for (const [name, run] of STAGES) {
  const startedAt = performance.now()
  const passed = await Promise.resolve(run()).catch((error: Error) => console.error(error.message))
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  if (!passed) {
    console.error(`\nThe tests stopped at: ${name} (after ${seconds} s)`)
    process.exit(1)
  }
  durations.push(`${name} ${seconds} s`)
}
console.log(`\nAll tests passed: ${durations.join(', ')}`)

function runTests(atATime: number, ...files: string[]): boolean {
  return runTool('node', ['--test', '--test-reporter=spec', `--test-concurrency=${atATime}`, ...files])
}
