import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Wire } from '#chaos/wire.ts'
import { currentBoard } from '#orders/current-board.ts'
import { placeOrder } from '#orders/place-order.ts'
import { makeRestaurant, newKey, some, withOwnRedis } from '#tests/support/kitchen-table.ts'

const ROUND_TRIP_MS = 400

const redis = withOwnRedis()

test('however fast the orders come, who asks for the board over a slow wire to Redis gets it, with all that was ordered before', {
  timeout: 60_000,
}, async t => {
  const dir = await mkdtemp(join(tmpdir(), 'wire-'))
  const wire = new Wire('redis', { path: redis.server().url.slice('unix:'.length) })
  await wire.listen({ path: join(dir, 'redis.sock') })
  t.after(async () => {
    wire.close()
    await rm(dir, { recursive: true })
  })
  process.env.REDIS_URL = `unix:${join(dir, 'redis.sock')}`
  const restaurant = makeRestaurant()
  await placeOrder(restaurant, some('water'), newKey())
  wire.delayMs = ROUND_TRIP_MS / 2

  let placed = 1
  let closing = false
  t.after(() => {
    closing = true
  })
  const rush = (async () => {
    const orders = []
    while (!closing) {
      const order = placeOrder(restaurant, some('water'), newKey())
      orders.push(order.then(() => placed++))
      await pause(20)
    }
    await Promise.all(orders)
  })()
  let fewestRoundTrips = Number.POSITIVE_INFINITY
  for (let look = 0; look < 5; look++) {
    const ordered = placed
    const askedAt = performance.now()
    const board = await currentBoard(restaurant)
    fewestRoundTrips = Math.min(fewestRoundTrips, (performance.now() - askedAt) / ROUND_TRIP_MS)
    assert.ok(board.counts.preparing >= ordered, `${board.counts.preparing} of ${ordered} that were ordered`)
  }
  assert.ok(
    fewestRoundTrips < 1.5,
    `who needs a reading waits for more than that: ${fewestRoundTrips} round trips`,
  )
  closing = true
  wire.heal()
  await rush
})
