import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readEnvironment } from '#orders/environment.ts'

test('nothing need be set', () => {
  assert.deepEqual(readEnvironment({}), {
    port: 3000,
    redisUrl: 'unix:.data/redis/redis.sock',
    redisIsEmbedded: true,
    dataDir: '.data/redis',
    redisFsync: 'everysec',
    restaurantsDir: 'restaurants',
    kitchenSpeed: 1,
    ordersPerMinute: 3000,
    drainSeconds: 3,
    publicUrl: undefined,
    webUrl: 'http://127.0.0.1:3000',
    trustProxy: false,
    tale: true,
  })
})

test('what is set to nothing is not set', () => {
  assert.equal(readEnvironment({ PORT: '', REDIS_URL: '' }).port, 3000)
  assert.equal(readEnvironment({ REDIS_URL: '' }).redisIsEmbedded, true)
})

test('the Redis that comes along is reached where its data is kept', () => {
  const { redisUrl, redisIsEmbedded } = readEnvironment({ DATA_DIR: '/srv/nugget' })
  assert.equal(redisUrl, 'unix:/srv/nugget/redis.sock')
  assert.equal(redisIsEmbedded, true)
})

test('a Redis of one’s own is used', () => {
  const { redisUrl, redisIsEmbedded } = readEnvironment({
    REDIS_URL: 'rediss://cook:secret@redis.example:6380',
  })
  assert.equal(redisUrl, 'rediss://cook:secret@redis.example:6380')
  assert.equal(redisIsEmbedded, false)
})

for (const [name, value] of [
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['REDIS_URL', 'redis://redis.example:port'],
  ['REDIS_URL', 'localhost:6379'],
  ['REDIS_URL', 'redis://['],
  ['REDIS_URL', 'redis://cook:50%@redis.example'],
  ['REDIS_FSYNC', 'no'],
  ['KITCHEN_SPEED', '0'],
  ['KITCHEN_SPEED', '0.001'],
  ['KITCHEN_SPEED', 'fast'],
  ['ORDERS_PER_MINUTE', '-1'],
  ['DRAIN_SECONDS', '61'],
  ['PUBLIC_URL', 'nugget.example'],
  ['WEB_URL', 'web:3000'],
  ['TRUST_PROXY', 'maybe'],
  ['TALE', 'yes'],
] as const) {
  test(`${name}=${value} is told in one line that names it`, () => {
    assert.throws(
      () => readEnvironment({ [name]: value }),
      (error: unknown) => {
        assert.ok(error instanceof Error)
        assert.match(error.message, new RegExp(`^${name} `))
        assert.equal(error.message.split('\n').length, 1)
        return true
      },
    )
  })
}

test('a password in REDIS_URL is not repeated in the complaint', () => {
  assert.throws(
    () => readEnvironment({ REDIS_URL: 'http://cook:secret@redis.example' }),
    (error: unknown) => {
      assert.ok(error instanceof Error && !error.message.includes('secret'))
      return true
    },
  )
})
