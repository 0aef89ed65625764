import { join } from 'node:path'
import { buildIfNeeded } from '#scripts/build.ts'
import { check } from './check.ts'
import { Recorder } from './history.ts'
import { type Plan, readPlan } from './plan.ts'
import { countsOf, failuresOf, tableOf, timelineOf } from './report.ts'
import { run } from './run.ts'

const LOGS = '.data/chaos'
/** Of each line of the table the first findings are told with all that led to them: many are of one cause. */
const TIMELINES = 50

/**
 * `npm run chaos -- --orders 5000 --seed 7`: Nugget as it is deployed, under load, and every fault that a restaurant's hardware
 * brings; then the table of what must hold, and exit code 1 when a line of it does not.
 */
try {
  const plan = readPlan(process.argv.slice(2))
  // Children see us go, and Redis is told to: nothing is left behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  process.exit((await wreakHavoc(plan)) ? 0 : 1)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function wreakHavoc({ orders, seed }: Plan): Promise<boolean> {
  await buildIfNeeded()
  const recorder = new Recorder(join(LOGS, `orders-${orders}-seed-${seed}.jsonl`))
  const startedAt = performance.now()
  const say = (words: string) =>
    console.log(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${words}`)

  const history = await run({ orders, seed }, recorder, say)
  const rows = check(history)
  for (const { what, findings } of rows) {
    for (const [index, finding] of findings.entries()) {
      const timeline = index < TIMELINES && timelineOf(finding, history)
      recorder.note({ what: 'finding', of: what, ...finding, ...(timeline && { timeline }) })
    }
  }
  await recorder.close()

  const holds = rows.every(row => row.holds)
  console.log(`\n${tableOf(rows)}\n\n${countsOf(history)}\n`)
  if (!holds) console.error(failuresOf(rows))
  console.log(`The log: ${recorder.path}`)
  return holds
}
