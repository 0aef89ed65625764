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
import { type Hour, spendHour } from '#tests/support/busy-hour.ts'
import { takeInventory } from '#tests/support/inventory.ts'
import { makeRestaurant } from '#tests/support/kitchen-table.ts'
import { type Held, spendLongDay } from '#tests/support/long-day.ts'
import { startNugget } from '#tests/support/start-nugget.ts'

const HOUR: Hour = { orders: 1_000, missed: 150, burnt: 5 }
const STEPS = 10
const MOST_GROWTH_BYTES = 5_000_000

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '100000' },
    changes: { type: 'string', default: '100000' },
  },
})

if (Number(values.orders) > 0) await soakRedis(Number(values.orders) / HOUR.orders)
if (Number(values.changes) > 0) await soakWall(Number(values.changes))
process.exit()

/** What Redis holds while hour after hour of orders is placed, cooked and collected. */
async function soakRedis(hours: number): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'nugget-'))
  const server = await startRedis({ dir })
  process.env.REDIS_URL = server.url
  const redis = new Redis({ path: server.url.slice('unix:'.length) })
  const restaurant = makeRestaurant({ cooks: 50 })
  const startedAt = performance.now()

  console.log('| orders | keys | Redis, MB | log on disk, MB |\n| --- | --- | --- | --- |')
  for (let hour = 1; hour <= hours; hour++) {
    await spendHour(redis, restaurant, HOUR)
    if (hour % Math.ceil(hours / STEPS) !== 0) continue
    const used = Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1])
    const log = megabytes(await sizeOf(join(dir, 'appendonlydir')))
    console.log(`| ${whole(hour * HOUR.orders)} | ${await redis.dbsize()} | ${megabytes(used)} | ${log} |`)
  }
  console.log('\n| kind | keys | kB |\n| --- | --- | --- |')
  for (const [kind, { keys, bytes }] of await takeInventory(redis, restaurant)) {
    console.log(`| ${kind} | ${whole(keys)} | ${whole(bytes / 1000)} |`)
  }
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
