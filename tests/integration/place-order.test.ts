import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { collectOrder } from '#orders/collect-order.ts'
import { pauseIntake, resumeIntake } from '#orders/pause-intake.ts'
import { placeOrder } from '#orders/place-order.ts'
import { readOrder } from '#orders/read-order.ts'
import { IntakePaused, InvalidOrder, KeyReused, LineFull, RedisAway } from '#orders/refusals.ts'
import { keyOf } from '#orders/script.ts'
import {
  dish,
  makeRestaurant,
  newKey,
  openKitchenDuring,
  some,
  withOwnRedis,
} from '#tests/support/kitchen-table.ts'
import { watchForStalls } from '#tests/support/stalls.ts'
import { until } from '#tests/support/until.ts'

const redis = withOwnRedis()

test('an order is queued with a number, and its id opens it', async () => {
  const restaurant = makeRestaurant()
  const { order, replayed } = await placeOrder(restaurant, some('nuggets-6', 2), newKey())

  assert.equal(replayed, false)
  assert.equal(order.number, 1)
  assert.equal(order.status, 'preparing')
  assert.equal(order.stage, 'queued')
  assert.equal(order.position, 1)
  assert.deepEqual(order.progress, { done: 0, total: 2 })
  assert.deepEqual(order.items, [{ id: 'nuggets-6', name: '6-piece nuggets', quantity: 2 }])
  assert.deepEqual(await readOrder(restaurant, order.id), order)
})

test('an id tells nothing of its number or its key, and no other id opens anything', async () => {
  const restaurant = makeRestaurant()
  const first = await placeOrder(restaurant, some('coffee'), 'same-key-1')
  const elsewhere = await placeOrder(makeRestaurant(), some('coffee'), 'same-key-1')

  assert.match(first.order.id, /^[0-9a-f]{32}$/)
  assert.notEqual(first.order.id, elsewhere.order.id)
  assert.equal(await readOrder(restaurant, elsewhere.order.id), null)
  for (const part of ['meta', 'wait', 'events', `${first.order.id}:lock`]) {
    assert.equal(await readOrder(restaurant, part), null)
    assert.equal(await collectOrder(restaurant, part), null)
  }
})

test('the place in line counts from those who wait longest', async () => {
  const restaurant = makeRestaurant()
  const positions = []
  for (let n = 0; n < 3; n++)
    positions.push((await placeOrder(restaurant, some('coffee'), newKey())).order.position)
  assert.deepEqual(positions, [1, 2, 3])
})

test('the same key and order give the same order', async () => {
  const restaurant = makeRestaurant()
  const key = newKey()
  const first = await placeOrder(restaurant, some('coffee'), key)
  const second = await placeOrder(restaurant, some('coffee'), key)

  assert.equal(second.replayed, true)
  assert.deepEqual(second.order, first.order)
})

test('a key that was used with another order is refused, and the first order stands', async () => {
  const restaurant = makeRestaurant()
  const key = newKey()
  const { order } = await placeOrder(restaurant, some('coffee'), key)

  await assert.rejects(placeOrder(restaurant, some('coffee', 2), key), KeyReused)
  await assert.rejects(placeOrder(restaurant, { ...some('coffee'), dining: 'take-away' }, key), KeyReused)
  assert.deepEqual(await readOrder(restaurant, order.id), order)
})

test('200 customers at once, each pressing twice, get 200 orders and 200 numbers', async () => {
  const restaurant = makeRestaurant()
  const keys = Array.from({ length: 200 }, newKey)
  const answers = await Promise.all(
    [...keys, ...keys].map(key => placeOrder(restaurant, some('coffee'), key)),
  )

  assert.equal(new Set(answers.map(({ order }) => order.id)).size, 200)
  assert.deepEqual(
    answers.map(({ order }) => order.number).sort((a, b) => a - b),
    keys.flatMap((_, index) => [index + 1, index + 1]),
  )
  assert.equal(answers.filter(({ replayed }) => replayed).length, 200)
})

test('what is not on the menu is pointed at, and no number is lost with it', async () => {
  const restaurant = makeRestaurant()
  const order = {
    items: [
      { id: 'coffee', quantity: 1 },
      { id: 'pizza', quantity: 1 },
    ],
    dining: 'eat-in' as const,
  }

  await assert.rejects(placeOrder(restaurant, order, newKey()), (error: unknown) => {
    assert.ok(error instanceof InvalidOrder)
    assert.deepEqual(error.errors, [{ pointer: '/items/1/id', detail: 'is not on the menu' }])
    return true
  })
  assert.equal((await placeOrder(restaurant, some('coffee'), newKey())).order.number, 1)
})

test('while the intake is paused nothing new is taken, and what was placed can be asked for again', async () => {
  const restaurant = makeRestaurant()
  const key = newKey()
  await placeOrder(restaurant, some('coffee'), key)

  await pauseIntake(restaurant)
  await assert.rejects(placeOrder(restaurant, some('coffee'), newKey()), IntakePaused)
  assert.equal((await placeOrder(restaurant, some('coffee'), key)).replayed, true)

  await resumeIntake(restaurant)
  assert.equal((await placeOrder(restaurant, some('coffee'), newKey())).order.number, 2)
})

test('a line with as much cooking ahead as the restaurant takes on is full', async () => {
  const restaurant = makeRestaurant({ cooks: 2, maxQueued: 10 })
  await placeOrder(restaurant, some('nuggets-6', 2), newKey())
  await placeOrder(restaurant, some('nuggets-6', 1), newKey())

  await assert.rejects(placeOrder(restaurant, some('coffee'), newKey()), (error: unknown) => {
    assert.ok(error instanceof LineFull)
    // 24 s are queued, 20 s are taken on by two cooks: once a kitchen is back, which takes it ten seconds, they take both orders at once.
    assert.equal(error.retryAfterSeconds, 11)
    return true
  })
})

test('a line behind many orders that were tried before is full as any other', async () => {
  const restaurant = makeRestaurant({ cooks: 1, maxQueued: 10 })
  for (let tried = 0; tried < 25; tried++) {
    const { order } = await placeOrder(restaurant, some('water'), newKey())
    await redis.client().hset(`${keyOf(restaurant)}:orders:${order.id}`, 'processedOn', Date.now())
  }
  await placeOrder(restaurant, some('nuggets-6', 2), newKey())
  await assert.rejects(placeOrder(restaurant, some('coffee'), newKey()), LineFull)
})

test('three kitchens of one cook take on three times as much as one', async () => {
  const restaurant = makeRestaurant({ cooks: 1, maxQueued: 30 })
  const fill = async () => {
    for (let placed = 0; ; placed++) {
      const outcome = await placeOrder(restaurant, some('nuggets-6'), newKey()).catch(error => error)
      if (outcome instanceof LineFull) return placed
    }
  }
  assert.equal(await fill(), 4) // 8 s each: with the fourth, 32 s wait

  const kitchens = ['1 one', '1 two', '1 three'].flatMap(kitchen => [Date.now(), kitchen])
  await redis.client().zadd(`${keyOf(restaurant)}:kitchens`, ...kitchens)
  assert.equal(await fill(), 8) // with the twelfth, 96 s
})

for (const [whatever, inHand, done, waiting, atMostSeconds] of [
  // 48 s wait, of which 40 may. The first cook is free after 80 s, at twenty times the speed.
  ['all that is in hand takes long', [10, 10], 0, [3, 3], 5],
  // The first cook is free after 32 s.
  ['one cook has a much longer order in hand', [12, 4], 0, [1, 5], 2],
  // Of 56 s each, 32 are left.
  ['most of what was in hand is done', [7, 7], 3, [3, 3], 2],
] as const) {
  test(`who is told to come back to a full line is served then, and not told much longer, though ${whatever}`, async t => {
    const generous = makeRestaurant({ cooks: 2 })
    const restaurant = { ...generous, maxQueued: 20 }
    openKitchenDuring(t, restaurant)
    const first = inHand.map(portions => placeOrder(generous, some('nuggets-6', portions), newKey()))
    for (const { order } of await Promise.all(first)) {
      await until('in hand', async () => {
        const now = await readOrder(restaurant, order.id)
        return now?.stage === 'cooking' && now.progress.done >= done
      })
    }
    for (const portions of waiting) await placeOrder(restaurant, some('nuggets-6', portions), newKey())
    const key = newKey()
    const refusal = await placeOrder(restaurant, some('coffee'), key).catch(error => error)
    assert.ok(refusal instanceof LineFull)
    assert.ok(
      refusal.retryAfterSeconds <= atMostSeconds,
      `told to come back after ${refusal.retryAfterSeconds} s`,
    )

    await pause(refusal.retryAfterSeconds * 1000)
    // A cook whose timers are late is late with each portion.
    const { replayed } = await until('taken', () => placeOrder(restaurant, some('coffee'), key), 2_000)
    assert.equal(replayed, false)
  })
}

test('a portion that is half done counts as half a portion', async () => {
  const restaurant = makeRestaurant({ cooks: 1, maxQueued: 10, menu: [dish('roast', 'Roast', 100)] })
  const queue = `${keyOf(restaurant)}:orders:`
  const inHand = (await placeOrder(restaurant, some('roast', 3), newKey())).order
  await redis.client().rpoplpush(`${queue}wait`, `${queue}active`)
  await redis.client().zadd(`${keyOf(restaurant)}:kitchens`, Date.now(), '1 here')
  await placeOrder(restaurant, some('roast'), newKey())

  const now = Date.now()
  const toldAfter = async (facts: Record<string, string | number>) => {
    await redis.client().hset(queue + inHand.id, facts)
    const refusal = await placeOrder(restaurant, some('roast'), newKey()).catch(error => error)
    assert.ok(refusal instanceof LineFull)
    return refusal.retryAfterSeconds
  }
  // 5 s a portion, at twenty times the speed.
  assert.equal(await toldAfter({ processedOn: now + 60_000 }), 16)
  assert.equal(await toldAfter({ processedOn: now - 2_500 }), 13)
  assert.equal(await toldAfter({ processedOn: now - 60_000 }), 11)
  assert.equal(await toldAfter({ progress: '{"done":1,"total":3}', progressAt: now - 2_500 }), 8)
})

test('behind many orders that must be taken first, what cannot be looked at one by one is reckoned with too', async () => {
  const restaurant = makeRestaurant({ cooks: 1, maxQueued: 1000 })
  for (let placed = 0; placed < 125; placed++) await placeOrder(restaurant, some('nuggets-6'), newKey())
  await placeOrder(restaurant, some('nuggets-6', 200), newKey())
  const refusal = await placeOrder(restaurant, some('coffee'), newKey()).catch(error => error)
  assert.ok(refusal instanceof LineFull)
  // All 1,000 s before the long order, twenty times as fast, and the ten seconds that a kitchen needs to be back.
  assert.ok(Math.abs(refusal.retryAfterSeconds - 60) <= 1, `${refusal.retryAfterSeconds} s`)
})

test('with Redis frozen an order fails within two seconds, and its repeat finds the one order', async () => {
  const restaurant = makeRestaurant()
  await placeOrder(restaurant, some('coffee'), newKey())
  const key = newKey()

  const longestStallMs = watchForStalls()
  process.kill(redis.server().pid, 'SIGSTOP')
  const startedAt = performance.now()
  try {
    await assert.rejects(placeOrder(restaurant, some('coffee'), key), RedisAway)
  } finally {
    process.kill(redis.server().pid, 'SIGCONT')
  }
  assert.ok(performance.now() - startedAt - (await longestStallMs()) < 2000)

  const { order } = await until('Redis answers again', () => placeOrder(restaurant, some('coffee'), key))
  assert.equal(order.number, 2)
  assert.equal((await placeOrder(restaurant, some('coffee'), newKey())).order.number, 3)
})
