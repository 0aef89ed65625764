import { spawnSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { buildIfNeeded, NEXT } from '#scripts/build.ts'
import { type Nugget, startNugget } from '#tests/support/start-nugget.ts'
import { measureBoardPolls } from './board-polls.ts'
import { measureBareHold, measureHeldPolls, measureRedisCommands } from './held-polls.ts'
import { memoryOf } from './memory.ts'
import { measureOrdersAccepted } from './orders-accepted.ts'
import { measureOrdersCooked } from './orders-cooked.ts'
import { measurePainted } from './painted.ts'
import { quantile } from './rate.ts'
import { measureWallsBack } from './walls-back.ts'

const WALLS = 1000

const ENVIRONMENT = { RESTAURANTS_DIR: 'bench/restaurants', ORDERS_PER_MINUTE: '0', KITCHEN_SPEED: '1' }
Object.assign(process.env, ENVIRONMENT)

type Row = { what: string; measured: string; against: string; ratio: string; goal: string; memory: string }

await buildIfNeeded()
buildBare()
const rows: Row[] = []

await withNugget({ kitchens: 0 }, async nugget => {
  const { orders, empty } = await measureOrdersAccepted(nugget)
  rows.push({
    what: 'orders accepted a second, 50 connections',
    measured: whole(orders),
    against: `${whole(empty)} of an empty handler`,
    ratio: (orders / empty).toFixed(2),
    goal: '≥ 0.70',
    memory: memory(nugget),
  })
})

await withNugget({ kitchens: 0 }, async nugget => {
  const { unchanged, whole: changed, empty, named } = await measureBoardPolls(nugget)
  for (const [what, rate] of [
    ['board polls a second, 304', unchanged],
    ['board polls a second, 200', changed],
  ] as const) {
    rows.push({
      what,
      measured: whole(rate),
      against: `${whole(empty)} of an empty handler, ${whole(named)} of “nothing here”`,
      ratio: `${(rate / empty).toFixed(2)}, ${(rate / named).toFixed(2)}`,
      goal: '≥ 0.95',
      memory: memory(nugget),
    })
  }

  const lastAnswer = await measureHeldPolls(nugget, WALLS)
  const bareAnswer = await measureBareHold(WALLS)
  rows.push({
    what: `${WALLS} held polls, until the last is answered`,
    measured: `${whole(lastAnswer)} ms`,
    against: `${whole(bareAnswer)} ms of a bare handler`,
    ratio: (lastAnswer / bareAnswer).toFixed(2),
    goal: '≤ 300 ms where a bare one takes 204: 1.47',
    memory: memory(nugget),
  })
  const commands = new Map<number, number>()
  for (const walls of [1, 100, WALLS]) commands.set(walls, await measureRedisCommands(nugget, walls))
  rows.push({
    what: `Redis commands a second for ${[...commands.keys()].join(', ')} walls`,
    measured: [...commands.values()].map(rate => rate.toFixed(1)).join(', '),
    against: '',
    ratio: '',
    goal: 'the same',
    memory: memory(nugget),
  })
})

await withNugget({ kitchens: 0 }, async nugget => {
  const back = await measureWallsBack(nugget, WALLS)
  rows.push({
    what: `${WALLS} walls right again once Redis, or the web server, is back`,
    measured: `${whole(back.redis)} ms, ${whole(back.web)} ms`,
    against: '',
    ratio: '',
    goal: '≤ 3,000 ms',
    memory: memory(nugget),
  })
})

await withNugget({ kitchens: 0 }, async nugget => {
  process.env.REDIS_URL = nugget.redisUrl
  const { kitchen, bare, memory: kitchenMemory } = await measureOrdersCooked(nugget.redisUrl)
  rows.push({
    what: 'orders cooked a second, no cook time, one kitchen',
    measured: whole(kitchen),
    against: `${whole(bare)} of a bare worker`,
    ratio: (kitchen / bare).toFixed(2),
    goal: '≥ 0.70',
    memory: `kitchen ${kitchenMemory}, Redis ${memoryOf(nugget.redis().pid)}`,
  })
})

await withNugget({ kitchens: 1 }, async nugget => {
  const times = await measurePainted(nugget)
  rows.push({
    what: `from cooked to painted, ${times.length} orders, p50 and p99`,
    measured: `${whole(quantile(times, 0.5))} ms, ${whole(quantile(times, 0.99))} ms`,
    against: '',
    ratio: '',
    goal: '≤ 100 ms, ≤ 250 ms',
    memory: memory(nugget),
  })
})

print(rows)
process.exit(0)

function buildBare(): void {
  const { status, stderr } = spawnSync(process.execPath, [NEXT, 'build', 'bench/bare'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`bench/bare was not built: ${stderr}`)
}

async function withNugget({ kitchens }: { kitchens: number }, measure: (nugget: Nugget) => Promise<void>) {
  const nugget = await startNugget({ kitchens, env: ENVIRONMENT })
  try {
    await measure(nugget)
  } finally {
    await nugget.stop()
  }
}

function memory({ webs, kitchens, redis }: Nugget): string {
  return [
    ...webs.map(({ pid }) => `web ${memoryOf(pid)}`),
    ...kitchens.map(({ pid }) => `kitchen ${memoryOf(pid)}`),
    `Redis ${memoryOf(redis().pid)}`,
  ].join(', ')
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}

/** A Markdown table, so that the figures can stand in docs/benchmarks.md as they were printed. */
function print(rows: Row[]): void {
  console.log(
    `${cpus().length} cores (${cpus()[0]?.model}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
  )
  console.log('| what | measured | against | ratio | goal | memory, MiB |')
  console.log('| --- | --- | --- | --- | --- | --- |')
  for (const row of rows) console.log(`| ${Object.values(row).join(' | ')} |`)
}
