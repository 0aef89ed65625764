import { cpus } from 'node:os'
import { summarize } from '#app/tale/summarize.ts'
import { expectedInWords, measuredInWords, usualInWords } from '#app/tale/theory/in-words.ts'
import { linesOf } from '#app/tale/theory/lines.ts'
import { CLOCKS, readClock, SIDES } from '#app/tale/three-clocks.ts'
import { PRESETS, Preset } from '#rush/settings.ts'
import { suchDays } from '#rush/such-days.ts'
import { buildIfNeeded } from '#scripts/build.ts'
import { followRush, isOver, startRush, startTale } from '#tests/support/start-tale.ts'

const SEED = 42

/** Plays one rush of each preset and tells what came of it, in the words and with the figures of the page. */
await buildIfNeeded()
const tale = await startTale()
const said: string[] = []
const compared: string[] = []
try {
  console.log(`${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}, seed ${SEED}\n`)
  console.log('| preset | side | customers | counter p50, p95 | food p50, p95 | walked out |')
  console.log('| --- | --- | --- | --- | --- | --- |')
  for (const preset of Preset.options) {
    const path = await startRush(tale.nugget.url, { preset, seed: SEED })
    const rush = await followRush(tale.nugget.url, path, isOver)
    const figures = CLOCKS.map(clock => readClock(clock, rush))
    for (const side of SIDES) {
      const [counter = '', food = ''] = figures.map(figure => spread(figure[side]))
      const { served, walkedOut } = rush.sides[side]
      console.log(`| ${preset} | ${side} | ${served} | ${counter} | ${food} | ${walkedOut.length} |`)
    }
    for (const line of linesOf(rush, suchDays(rush.settings))) {
      const [theory, measured] = [expectedInWords(line), measuredInWords(line)]
      compared.push(`| ${preset} | ${line.name} | ${theory} | ${measured} | ${usualInWords(line) ?? '–'} |`)
    }
    said.push(`**${preset}** (${PRESETS[preset].speed}×). ${summarize(rush).join(' ')}`)
  }
  console.log('\n| preset | clock | theory, in the long run | measured | such days |')
  console.log('| --- | --- | --- | --- | --- |')
  console.log(compared.join('\n'))
  console.log(`\n${said.join('\n\n')}`)
} finally {
  await tale.stop()
}

function spread({ p50, p95 }: { p50: number | null; p95: number | null }): string {
  return [p50, p95].map(ms => (ms === null ? '–' : `${Math.round(ms / 1000)} s`)).join(', ')
}
