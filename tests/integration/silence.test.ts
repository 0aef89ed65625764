import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currentBoard } from '#orders/current-board.ts'
import { placeOrder } from '#orders/place-order.ts'
import { makeRestaurant, newKey, some, withOwnRedis } from '#tests/support/kitchen-table.ts'
import { openMuffler } from '#tests/support/muffler.ts'
import { until } from '#tests/support/until.ts'

const redis = withOwnRedis()

test('connections that fall silent without being closed are replaced, and orders and boards flow again', async t => {
  const muffler = await openMuffler(redis.server().url.slice('unix:'.length))
  t.after(() => muffler.close())
  process.env.REDIS_URL = muffler.url
  const restaurant = makeRestaurant()
  const key = newKey()
  await until('the first order', () => placeOrder(restaurant, some('water'), newKey()))
  await currentBoard(restaurant)

  muffler.muffle()
  await assert.rejects(placeOrder(restaurant, some('water'), key), { name: 'RedisAway' })
  const { order } = await until('orders flow', () => placeOrder(restaurant, some('water'), key), 10_000)
  assert.equal(order.number, 2)
  const board = await until('the board is shown', () => currentBoard(restaurant), 2_000)
  assert.equal(board.counts.preparing, 2)
})
