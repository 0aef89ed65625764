import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dropsPortion } from '#orders/drops-portion.ts'
import type { Order } from '#orders/order.ts'
import { placeOrder } from '#orders/place-order.ts'
import { readOrder } from '#orders/read-order.ts'
import { readRestaurant } from '#orders/read-restaurant.ts'
import type { Restaurant } from '#orders/restaurant.ts'
import {
  dish,
  makeRestaurant,
  newKey,
  openKitchenDuring,
  some,
  withOwnRedis,
} from '#tests/support/kitchen-table.ts'
import { until } from '#tests/support/until.ts'

const TRIES = 4

const redis = withOwnRedis()

test('what is dropped is cooked again, what is dropped too often is left to a person, and nobody loses the place', async t => {
  const restaurant = makeRestaurant({ cooks: 1, menu: [dish('tower', 'Tower of burgers', 0.2, 0.5)] })
  const placed: Order[] = []
  for (let n = 0; n < 12; n++) placed.push(await place(restaurant, 'tower', 2))
  openKitchenDuring(t, restaurant)

  const ended = await until('all cooked or given up', async () => {
    const now = await Promise.all(placed.map(({ id }) => readOrder(restaurant, id)))
    return now.every(order => order?.status !== 'preparing') && now
  })
  for (const order of ended) {
    assert.ok(order)
    const done = portionsDone(order.id)
    assert.deepEqual(
      [order.status, order.progress.done],
      [done === 2 ? 'ready' : 'attention', done],
      `order ${order.number}`,
    )
  }
  const { board } = await readRestaurant(redis.client(), restaurant)
  const inOrderOfArrival = (status: string) =>
    ended.flatMap(order => (order?.status === status ? [order.number] : []))
  assert.deepEqual(
    board.attention.map(({ number }) => number),
    inOrderOfArrival('attention'),
  )
  assert.deepEqual(board.ready.map(({ number }) => number).reverse(), inOrderOfArrival('ready'))
})

test('while the cook cleans up, the order stays before those that came later', async t => {
  const restaurant = makeRestaurant({ cooks: 1, menu: [dish('pie', 'Pie', 0, 1), dish('water', 'Water', 0)] })
  const dropped = await place(restaurant, 'pie')
  const later = [await place(restaurant, 'water'), await place(restaurant, 'water')]
  openKitchenDuring(t, restaurant)

  const seen = new Set<string>()
  await until('left to a person', async () => {
    const { board, orders } = await readRestaurant(redis.client(), restaurant, [
      dropped.id,
      ...later.map(({ id }) => id),
    ])
    if (orders.get(dropped.id)?.status === 'attention') return true
    assert.deepEqual(
      board.preparing.map(({ number }) => number),
      [1, 2, 3],
    )
    seen.add(later.map(({ id }) => orders.get(id)?.position).join())
  })
  // 2 and 3 in the moment between two tries, when it stands at the head of the line.
  for (const positions of seen) assert.match(positions, /^(1,2|2,3)$/)
  await until(
    'the others ready',
    async () => (await readOrder(restaurant, later[1]?.id ?? ''))?.status === 'ready',
  )
})

test('a portion is dropped as often as the menu says', () => {
  const draws = Array.from({ length: 10_000 }, (_, n) => dropsPortion(0.3, 'order', 0, n))
  const rate = draws.filter(Boolean).length / draws.length
  assert.ok(Math.abs(rate - 0.3) < 0.02, `${rate}`)
  assert.ok(!dropsPortion(0, 'order', 0, 0))
  assert.ok(dropsPortion(1, 'order', 0, 0))
})

async function place(restaurant: Restaurant, item: string, quantity = 1): Promise<Order> {
  return (await placeOrder(restaurant, some(item, quantity), newKey())).order
}

/** What the draws say of two portions at a rate of one half. */
function portionsDone(id: string): number {
  let done = 0
  for (let attempt = 0; attempt < TRIES && done < 2; attempt++) {
    while (done < 2 && !dropsPortion(0.5, id, attempt, done)) done += 1
  }
  return done
}
