import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { placeOrder } from '#orders/place-order.ts'
import { readOrder } from '#orders/read-order.ts'
import { dish, newKey, openKitchenDuring, some, withOwnRedis } from '#tests/support/kitchen-table.ts'
import { until } from '#tests/support/until.ts'
import { writeRestaurant } from '#tests/support/write-restaurant.ts'

const redis = withOwnRedis()

test('staff see what failed and why, put it back at the head of the line, and it is cooked under its number', async t => {
  const menu = [dish('pie', 'Pie', 0, 1), dish('water', 'Water', 0)]
  const { restaurant, env } = await writeRestaurant({ cooks: 1, menu }, redis.server().url)
  const { order } = await placeOrder(
    restaurant,
    {
      ...some('pie'),
      items: [
        { id: 'water', quantity: 1 },
        { id: 'pie', quantity: 1 },
      ],
    },
    newKey(),
  )
  const kitchen = openKitchenDuring(t, restaurant)
  await until('left to a person', async () => (await readOrder(restaurant, order.id))?.status === 'attention')
  await kitchen.close()
  const later = (await placeOrder(restaurant, some('water'), newKey())).order

  const listed = orders(env, 'list', restaurant.slug)
  assert.equal(listed.status, 0)
  assert.match(listed.stdout, /^number +status +stage +since +failed +why\n/)
  assert.match(listed.stdout, /^1 +attention +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +4 +Pie was dropped$/m)
  assert.match(listed.stdout, /^2 +preparing +queued +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/m)

  const retried = orders(env, 'retry', restaurant.slug, '1')
  assert.equal(retried.stdout, 'Order 1 is back at the head of the line.\n')
  assert.equal(retried.status, 0)
  const back = await readOrder(restaurant, order.id)
  assert.deepEqual(
    [back?.number, back?.status, back?.stage, back?.position, back?.progress.done],
    [1, 'preparing', 'queued', 1, 1],
  )
  assert.equal((await readOrder(restaurant, later.id))?.position, 2)

  const again = orders(env, 'retry', restaurant.slug, '1')
  assert.equal(again.stderr, 'Order 1 does not wait for a person: it is preparing.\n')
  assert.equal(again.status, 1)

  // The pie still fails: it has all its tries again, and ends with a person again.
  openKitchenDuring(t, restaurant)
  await until(
    'left to a person again',
    async () => (await readOrder(restaurant, order.id))?.status === 'attention',
  )
  await until('the later one ready', async () => (await readOrder(restaurant, later.id))?.status === 'ready')
  assert.match(orders(env, 'list', restaurant.slug).stdout, /^2 +ready +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/m)

  assert.equal(orders(env, 'collect', restaurant.slug, '1').stdout, 'Order 1 is collected.\n')
  const gone = await readOrder(restaurant, order.id)
  assert.deepEqual([gone?.status, gone?.readyAt, gone?.progress], ['collected', null, { done: 1, total: 2 }])
  const { stderr } = orders(env, 'retry', restaurant.slug, '1')
  assert.match(
    stderr,
    /^Test kitchen has no order 1\. One that was collected .* cannot be put back: order anew\.$/m,
  )
})

test('a number that nobody has, and words that mean nothing, are told clearly, with exit code 1', async () => {
  const { restaurant, env } = await writeRestaurant({}, redis.server().url)
  const { slug } = restaurant
  await placeOrder(restaurant, some('coffee'), newKey())

  const told = (...words: string[]) => {
    const { status, stderr, stdout } = orders(env, ...words)
    assert.deepEqual([status, stdout], [1, ''])
    return stderr
  }
  assert.match(told('retry', slug, '42'), /^Test kitchen has no order 42\./)
  assert.match(told('collect', slug, '42'), /^Test kitchen has no order 42\./)
  assert.equal(told('retry', slug, '1'), 'Order 1 does not wait for a person: it is preparing.\n')
  assert.equal(told('collect', slug, '1'), 'the order is still being prepared\n')
  for (const words of [
    [],
    ['list'],
    ['list', 'pizzeria'],
    ['retry', slug],
    ['retry', slug, 'x'],
    ['list', slug, 'pizza'],
    ['collect', slug, '1', '2', '3'],
    ['retry', slug, '1', ''],
    ['cook', slug],
  ]) {
    assert.match(told(...words), /npm run orders -- retry office 42/)
  }
})

test('a full Redis is called so', async t => {
  const { restaurant, env } = await writeRestaurant({}, redis.server().url)
  await redis.client().config('SET', 'maxmemory', '1')
  t.after(() => redis.client().config('SET', 'maxmemory', '0'))
  const { status, stderr } = spawnSync(process.execPath, ['scripts/intake.ts', 'pause', restaurant.slug], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  assert.deepEqual([status, stderr], [1, 'Redis is full and takes nothing new\n'])
})

test('after a restore all restaurants with a queue go on past what may have been given, or one of them', async () => {
  const { restaurant, env } = await writeRestaurant({ numbers: { upTo: 12 } }, redis.server().url)
  const { slug } = restaurant
  const said =
    /^Test kitchen: the next number is (\d+); those up to 12 come round again from \d\d:\d\d on\.\n$/

  for (const words of [['restored'], ['restored', slug]]) {
    const { status, stdout } = orders(env, ...words)
    assert.equal(status, 0)
    assert.equal(
      (await placeOrder(restaurant, some('coffee'), newKey())).order.number,
      Number(said.exec(stdout)?.[1]),
    )
  }
  for (const words of [['pizzeria'], [slug, '42'], ['']]) {
    const { status, stdout, stderr } = orders(env, 'restored', ...words)
    assert.deepEqual([status, stdout], [1, ''])
    assert.match(
      stderr,
      /^No restaurant with a queue is called .*: say npm run orders -- restored office.*\n$/,
    )
  }
})

test('a setting that is wrong is told in one line', () => {
  for (const script of ['scripts/orders.ts', 'scripts/intake.ts']) {
    for (const [name, value] of [
      ['PORT', 'abc'],
      ['REDIS_URL', 'localhost:6379'],
    ]) {
      const { status, stderr } = spawnSync(process.execPath, [script, 'pause', 'office'], {
        env: { ...process.env, [`${name}`]: value },
        encoding: 'utf8',
      })
      assert.match(stderr, new RegExp(`^${name} must .*\\n$`))
      assert.equal(status, 1)
    }
  }
})

test('without a Redis there is one line and exit code 1', async () => {
  const { restaurant, env } = await writeRestaurant({}, 'redis://127.0.0.1:1')
  for (const word of ['list', 'restored']) {
    const { status, stderr } = orders(env, word, restaurant.slug)
    assert.equal(status, 1)
    assert.match(stderr, /Redis/)
  }
})

function orders(env: Record<string, string>, ...words: string[]) {
  return spawnSync(process.execPath, ['scripts/orders.ts', ...words], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
}
