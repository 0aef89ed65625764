import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lookOut } from '#orders/lookout.ts'
import { makeRestaurant, withOwnRedis } from '#tests/support/kitchen-table.ts'
import { until } from '#tests/support/until.ts'

// A file of its own: every command that its Redis counts is this restaurant's.
const redis = withOwnRedis()

test('ten thousand walls cost Redis no more than one: a reading a second', { timeout: 60_000 }, async () => {
  const restaurant = makeRestaurant()
  const start = await lookOut(restaurant).fresh()
  const before = { scripts: await scriptsRun(), at: performance.now() }

  let polls = 0
  await until('two readings later', async () => {
    const boards = await Promise.all(Array.from({ length: 10_000 }, () => lookOut(restaurant).fresh()))
    polls += boards.length
    return boards.every(({ asOf }) => Date.parse(asOf) - Date.parse(start.asOf) >= 1500)
  })
  const seconds = (performance.now() - before.at) / 1000
  const scripts = (await scriptsRun()) - before.scripts
  assert.ok(polls >= 10_000)
  assert.ok(scripts <= seconds + 2, `${scripts} readings in ${seconds} s for ${polls} polls`)
})

async function scriptsRun(): Promise<number> {
  return Number(/cmdstat_evalsha:calls=(\d+)/.exec(await redis.client().info('commandstats'))?.[1])
}
