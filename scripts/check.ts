import { writeExcerpts } from './excerpts.ts'
import { runTool } from './run-tool.ts'

const biome = process.env.CI ? 'ci' : 'check'

/** `npm run check`: every check is made, so that one run tells all that is wrong. */
const CHECKS: [name: string, check: () => boolean][] = [
  // First, for what it writes is read by those below.
  ['excerpts', excerptsAreThere],
  ['format and lint', () => runTool('biome', [biome, '--error-on-warnings', '.'])],
  // Not incremental: what tsc remembers it does not compare with the types of routes that typegen has just written.
  ['types', () => runTool('next', ['typegen']) && runTool('tsc', ['--noEmit', '--incremental', 'false'])],
  ['dead code', () => runTool('knip', ['--treat-config-hints-as-errors'])],
]

const failed = CHECKS.filter(([, check]) => !check()).map(([name]) => name)
if (failed.length > 0) {
  console.error(`\nThe check failed: ${failed.join(', ')}`)
  process.exitCode = 1
} else {
  console.log(`\nChecked: ${CHECKS.map(([name]) => name).join(', ')}`)
}

function excerptsAreThere(): boolean {
  try {
    writeExcerpts()
    return true
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return false
  }
}
