import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { collectOrder } from '#orders/collect-order.ts'
import { currentBoard } from '#orders/current-board.ts'
import { lookOut } from '#orders/lookout.ts'
import type { Order } from '#orders/order.ts'
import { placeOrder } from '#orders/place-order.ts'
import { readOrder } from '#orders/read-order.ts'
import { readRestaurant } from '#orders/read-restaurant.ts'
import type { Restaurant } from '#orders/restaurant.ts'
import { keyOf } from '#orders/script.ts'
import {
  makeRestaurant,
  newKey,
  openKitchenDuring,
  some,
  withOwnRedis,
} from '#tests/support/kitchen-table.ts'
import { watchForStalls } from '#tests/support/stalls.ts'
import { until } from '#tests/support/until.ts'

const redis = withOwnRedis()

test('a number moves from preparing to ready, and leaves when it is collected', async t => {
  const restaurant = makeRestaurant()
  const { order } = await placeOrder(restaurant, some('coffee'), newKey())
  assert.deepEqual(numbers((await currentBoard(restaurant)).preparing), [order.number])

  const kitchen = openKitchenDuring(t, restaurant)
  await until('ready', async () => (await currentBoard(restaurant)).ready.length === 1)
  const board = await currentBoard(restaurant)
  assert.deepEqual(board.preparing, [])
  assert.deepEqual(board.kitchen, { state: 'open', cooks: 3 })
  assert.deepEqual(board.counts, { preparing: 0, ready: 1, attention: 0 })

  const collected = await collectOrder(restaurant, order.id)
  assert.equal(collected?.status, 'collected')
  assert.deepEqual(await collectOrder(restaurant, order.id), collected)
  assert.deepEqual((await currentBoard(restaurant)).counts, { preparing: 0, ready: 0, attention: 0 })
  assert.equal(await redis.client().zcard(`${keyOf(restaurant)}:orders:completed`), 0)
  assert.ok((await redis.client().ttl(`${keyOf(restaurant)}:orders:${order.id}`)) > 3600)
  await kitchen.close()
  assert.equal((await readBoard(restaurant)).kitchen.state, 'stopped')
})

test('preparing stands oldest first, ready newest first, a hundred of each, and the counts hold the truth', async t => {
  const restaurant = makeRestaurant({ cooks: 1 })
  await placeMany(restaurant, 130)
  const before = await readBoard(restaurant)
  assert.deepEqual(numbers(before.preparing), range(1, 100))
  assert.equal(before.counts.preparing, 130)

  openKitchenDuring(t, restaurant)
  await until('all are ready', async () => (await readBoard(restaurant)).counts.ready === 130)
  const after = await readBoard(restaurant)
  // Those that were ready in the same millisecond stand in any order.
  const since = after.ready.map(entry => entry.since)
  assert.equal(after.ready.length, 100)
  assert.deepEqual(since, since.toSorted().reverse())
  assert.ok(numbers(after.ready).includes(130))
  assert.equal(after.counts.preparing, 0)
})

test('a number that nobody collects leaves the wall after its time, as missed, and can still be collected', async t => {
  const restaurant = makeRestaurant()
  const { order } = await placeOrder(restaurant, some('water'), newKey())
  openKitchenDuring(t, restaurant)
  await until('ready', async () => (await readOrder(restaurant, order.id))?.status === 'ready')

  const elevenMinutesAgo = Date.now() - 11 * 60_000
  await redis.client().hset(`${keyOf(restaurant)}:orders:${order.id}`, 'finishedOn', elevenMinutesAgo)
  await redis.client().zadd(`${keyOf(restaurant)}:orders:completed`, elevenMinutesAgo, order.id)
  assert.equal((await readOrder(restaurant, order.id))?.status, 'missed')
  assert.equal((await readBoard(restaurant)).counts.ready, 0)

  assert.equal((await collectOrder(restaurant, order.id))?.status, 'collected')
  assert.equal((await readBoard(restaurant)).counts.ready, 0)
})

test('an order that failed for good needs a person: it says so on board and ticket, holds its number, and leaves when collected', async t => {
  const restaurant = makeRestaurant({ numbers: { upTo: 1 } })
  const { order } = await placeOrder(restaurant, some('coffee'), newKey())
  await redis.client().hset(`${keyOf(restaurant)}:orders:${order.id}`, 'defa', 'the oven is broken')
  openKitchenDuring(t, restaurant)

  const failed = await until('it needs a person', async () => {
    const now = await readOrder(restaurant, order.id)
    return now?.status === 'attention' && now
  })
  assert.deepEqual([failed.stage, failed.position, failed.readyAt], [null, null, null])
  const board = await readBoard(restaurant)
  assert.deepEqual(numbers(board.attention), [1])
  assert.deepEqual(board.counts, { preparing: 0, ready: 0, attention: 1 })
  assert.equal((await placeOrder(restaurant, some('nuggets-6', 20), newKey())).order.number, 2)

  const collected = await collectOrder(restaurant, order.id)
  assert.equal(collected?.status, 'collected')
  assert.deepEqual((await readBoard(restaurant)).counts, { preparing: 1, ready: 0, attention: 0 })
  assert.equal((await placeOrder(restaurant, some('nuggets-6', 20), newKey())).order.number, 3)
})

test('while hundreds of orders move, no reading shows one twice or misses one', {
  timeout: 60_000,
}, async t => {
  const restaurant = makeRestaurant({ cooks: 10, numbers: { upTo: 9999 } })
  const placed = new Map<number, Order>()
  const leaving = new Set<number>()
  const collected = new Set<number>()
  openKitchenDuring(t, restaurant)
  openKitchenDuring(t, restaurant)
  let readings = 0

  const customers = Array.from({ length: 20 }, async () => {
    for (let n = 0; n < 20; n++) {
      const { order } = await placeOrder(restaurant, some('coffee'), newKey())
      placed.set(order.number, order)
      await until('ready', async () => (await readOrder(restaurant, order.id))?.status === 'ready')
      if (n % 10 !== 0) {
        leaving.add(order.number)
        await collectOrder(restaurant, order.id)
        collected.add(order.number)
      }
    }
  })
  let done = false
  const everyone = Promise.all(customers).finally(() => {
    done = true
  })

  while (!done) {
    const placedBefore = new Set(placed.keys())
    const collectedBefore = new Set(collected)
    const board = await readBoard(restaurant)
    const shown = [...numbers(board.preparing), ...numbers(board.ready)]
    readings += 1

    assert.equal(new Set(shown).size, shown.length, 'an order shows twice')
    assert.equal(board.preparing.length, board.counts.preparing)
    assert.ok(board.counts.ready <= 100, 'more are ready than a board lists')
    assert.deepEqual(
      [...placedBefore].filter(number => !shown.includes(number) && !leaving.has(number)),
      [],
      'an order is missing',
    )
    assert.deepEqual(
      shown.filter(number => collectedBefore.has(number)),
      [],
    )
    await nextTurn()
  }
  await everyone
  assert.equal(placed.size, 400)
  assert.ok(readings > 100, `only ${readings} readings`)
})

test('of two readings each tells which is the later one, however soon it follows the other', async () => {
  const restaurant = makeRestaurant()
  const together = Array.from({ length: 50 }, () => readRestaurant(redis.client(), restaurant))
  const versions = (await Promise.all(together)).map(({ version }) => version)
  assert.deepEqual(versions, [...new Set(versions)].toSorted())
})

test('two lookouts see the same board under the same tag', async () => {
  const restaurant = makeRestaurant()
  await placeMany(restaurant, 5)
  const first = await lookOut(restaurant).fresh()
  const again = await until('a later reading', async () => {
    const next = await lookOut(restaurant).fresh()
    return next.asOf !== first.asOf && next
  })
  assert.equal(again.tag, first.tag)
})

test('whoever asks for the board while Redis is frozen is refused within two seconds, whenever they ask', async t => {
  const restaurant = makeRestaurant()
  await currentBoard(restaurant)
  process.kill(redis.server().pid, 'SIGSTOP')
  t.after(() => process.kill(redis.server().pid, 'SIGCONT'))

  const longestStallMs = watchForStalls()
  const frozenAt = performance.now()
  const refusals: Promise<number>[] = []
  while (performance.now() - frozenAt < 6_000) {
    const askedAt = performance.now()
    const refused = currentBoard(restaurant).then(
      () => 0, // still as it was read a moment ago
      error => {
        assert.equal(error.name, 'RedisAway')
        return performance.now() - askedAt
      },
    )
    refusals.push(refused)
    await pause(100)
  }
  const slowest = Math.max(...(await Promise.all(refusals)))
  const stallMs = await longestStallMs()
  assert.ok(
    slowest > 0 && slowest - stallMs < 2_400,
    `the slowest refusal took ${slowest} ms, ${stallMs} of them nothing moved`,
  )
})

async function readBoard(restaurant: Restaurant) {
  return (await readRestaurant(redis.client(), restaurant)).board
}

async function placeMany(restaurant: Restaurant, count: number): Promise<void> {
  for (let n = 0; n < count; n++) await placeOrder(restaurant, some('water'), newKey())
}

function numbers(entries: { number: number }[]): number[] {
  return entries.map(({ number }) => number)
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
