import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { Redis } from 'ioredis'
import { hangUp } from '#orders/redis.ts'
import { buildIfNeeded } from '#scripts/build.ts'
import { startRedis } from '#scripts/embedded-redis.ts'
import { CHROMIUM_FLAGS, findChromium } from '#scripts/find-chromium.ts'
import { assertKept, assertNoGrowth } from '#tests/support/bounds.ts'
import { type Hour, spendHour } from '#tests/support/busy-hour.ts'
import { takeInventory } from '#tests/support/inventory.ts'
import { makeRestaurant } from '#tests/support/kitchen-table.ts'
import { type Held, spendLongDay } from '#tests/support/long-day.ts'
import { startNugget } from '#tests/support/start-nugget.ts'

const HOUR: Hour = { orders: 1_000, missed: 150, burnt: 5 }
const STEPS = 10
const MOST_GROWTH_BYTES = 5_000_000
/** From then on nothing comes that does not go: what needs a person is kept longest, for a day. */
const FULL_AFTER_HOURS = 25
const REDIS_MAY_GROW = 1.05
/** The log is rewritten when it has doubled, from 64 MB on, and grows on meanwhile. */
const MOST_LOG_BYTES = 100_000_000

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '100000' },
    changes: { type: 'string', default: '100000' },
  },
})

if (Number(values.orders) > 0) await soakRedis(Number(values.orders) / HOUR.orders)
if (Number(values.changes) > 0) await soakWall(Number(values.changes))
process.exit()

/** What Redis holds while hour after hour of orders is placed, cooked and collected. Exit code 1 when it is more than its retention says. */
async function soakRedis(hours: number): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'nugget-'))
  const server = await startRedis({ dir })
  process.env.REDIS_URL = server.url
  const redis = new Redis({ path: server.url.slice('unix:'.length) })
  const restaurant = makeRestaurant({ cooks: 50 })
  const startedAt = performance.now()

  console.log('| orders | keys | Redis, MB | log on disk, MB |\n| --- | --- | --- | --- |')
  const held: { hour: number; usedBytes: number; logBytes: number }[] = []
  let afterADay: Awaited<ReturnType<typeof takeInventory>> | undefined
  for (let hour = 1; hour <= hours; hour++) {
    await spendHour(redis, restaurant, HOUR)
    if (hour === FULL_AFTER_HOURS) afterADay = await takeInventory(redis, restaurant)
    if (hour % Math.ceil(hours / STEPS) !== 0) continue
    const usedBytes = Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1])
    const logBytes = await sizeOf(join(dir, 'appendonlydir'))
    held.push({ hour, usedBytes, logBytes })
    console.log(
      `| ${whole(hour * HOUR.orders)} | ${await redis.dbsize()} | ${megabytes(usedBytes)} | ${megabytes(logBytes)} |`,
    )
  }
  const inventory = await takeInventory(redis, restaurant)
  console.log('\n| kind | keys | kB |\n| --- | --- | --- |')
  for (const [kind, { keys, bytes }] of inventory) {
    console.log(`| ${kind} | ${whole(keys)} | ${whole(bytes / 1000)} |`)
  }
  demand(() => {
    assertKept(inventory, HOUR, hours)
    if (afterADay) assertNoGrowth(afterADay, inventory)
    const [first, ...later] = held.filter(({ hour }) => hour >= FULL_AFTER_HOURS)
    for (const { usedBytes } of later) {
      const most = REDIS_MAY_GROW * (first?.usedBytes ?? 0)
      assert.ok(usedBytes < most, `Redis may hold ${megabytes(most)} MB, and held ${megabytes(usedBytes)}`)
    }
    for (const { logBytes } of held) {
      assert.ok(logBytes < MOST_LOG_BYTES, `the log was ${megabytes(logBytes)} MB`)
    }
  })
  console.log(`\nin ${seconds(startedAt)} s\n`)

  redis.disconnect()
  hangUp()
  await server.stop()
  await rm(dir, { recursive: true, force: true })
}

/** What a wall in Chromium holds while the board changes so often. */
async function soakWall(changes: number): Promise<void> {
  await buildIfNeeded()
  const nugget = await startNugget({ kitchens: 0 })
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
  const page = await browser.newPage({ viewport: { width: 480, height: 270 } })
  const startedAt = performance.now()

  console.log('| changes | heap, kB | nodes | listeners |\n| --- | --- | --- | --- |')
  const steps = [1_000, ...Array.from({ length: STEPS }, (_, step) => (changes / STEPS) * (step + 1))]
  const all = await spendLongDay(page, nugget.url, steps, ({ changes, heapBytes, nodes, listeners }) =>
    console.log(`| ${whole(changes)} | ${whole(heapBytes / 1000)} | ${nodes} | ${listeners} |`),
  )
  const growth = growthOf(all)
  console.log(
    `\ngrew by ${whole(growth / 1000)} kB of ${whole(MOST_GROWTH_BYTES / 1000)} in ${seconds(startedAt)} s`,
  )
  if (growth >= MOST_GROWTH_BYTES) process.exitCode = 1
  await browser.close()
  await nugget.stop()
}

/** Says which bound did not hold, and lets the command end with exit code 1. */
function demand(bounds: () => void): void {
  try {
    bounds()
    console.log('\nEvery bound holds.')
  } catch (error) {
    if (!(error instanceof assert.AssertionError)) throw error
    console.error(`\nA bound does not hold: ${error.message}`)
    process.exitCode = 1
  }
}

function growthOf(all: Held[]): number {
  return (all.at(-1)?.heapBytes ?? Number.NaN) - (all.at(0)?.heapBytes ?? Number.NaN)
}

async function sizeOf(dir: string): Promise<number> {
  const sizes = (await readdir(dir)).map(async name => (await stat(join(dir, name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0)
}
