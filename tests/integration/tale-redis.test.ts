import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { Redis } from 'ioredis'
import { Rush } from '#rush/rush.ts'
import { call } from '#tests/support/call-api.ts'
import { followRush, isOver, startRush, startTale } from '#tests/support/start-tale.ts'
import { until } from '#tests/support/until.ts'

const SHORT = { seed: 7, perMinute: 12, minutes: 1, speed: 30, patienceMinutes: null } as const

test('rush after rush leaves as much behind as one, and nothing for ever', async t => {
  const { url, redis } = await start(t)
  const left = []
  for (let rushes = 0; rushes < 3; rushes++) {
    await followRush(url, await startRush(url, SHORT), isOver)
    left.push(await until('tidied up', () => whatIsLeft(redis)))
  }
  assert.deepEqual(
    left.map(({ keys }) => keys),
    Array(3).fill(left[0]?.keys),
  )
  const bytes = left.map(({ bytes }) => bytes)
  assert.ok(Math.max(...bytes) < 1.1 * Math.min(...bytes), `${bytes} bytes`)
})

test('when Redis is away for too long the rush has failed, its cooks are gone, and the next one plays', {
  timeout: 60_000,
}, async t => {
  const { url, tale } = await start(t)
  const path = await startRush(url, { ...SHORT, minutes: 10, speed: 5 })
  const begun = await followRush(url, path, ({ customers }) => customers.arrived > 1)
  await tale.nugget.redis().kill()
  await until('the cooks are gone', () => begun.sides.office.cooks.every(({ pid }) => !isAlive(pid)))
  await tale.nugget.restartRedis()

  const failed = await until('failed', async () => {
    const rush = Rush.parse((await call(url, path)).body)
    return rush.state === 'failed' && rush
  })
  assert.match(failed.reason ?? '', /The queue cannot be reached \(503\)|Redis was away/)
  assert.ok(failed.sides.office.cooks.every(({ alive }) => !alive))
  const next = await until('the next may begin', () => startRush(url, SHORT).catch(() => null))
  assert.equal((await followRush(url, next, isOver)).state, 'done')
})

test('when whoever plays a rush stood still for so long that it counts as lost, it has failed, and nobody plays on', {
  timeout: 60_000,
}, async t => {
  const { url, redis, tale } = await start(t)
  const path = await startRush(url, { ...SHORT, minutes: 10, speed: 5 })
  const begun = await followRush(url, path, ({ customers }) => customers.arrived > 1)
  tale.rush.freeze()
  await until(
    'its lock has run out',
    async () => (await redis.exists(`{tale}:rushes:${begun.id}:lock`)) === 0,
  )
  tale.rush.thaw()

  const failed = await until('failed', async () => {
    const rush = Rush.parse((await call(url, path)).body)
    return rush.state === 'failed' && rush
  })
  assert.match(failed.reason ?? '', /this machine slept/)
  await until('the cooks are gone', () => begun.sides.office.cooks.every(({ pid }) => !isAlive(pid)))
  assert.deepEqual(Rush.parse((await call(url, path)).body), failed)
})

async function start(t: TestContext) {
  const tale = await startTale()
  const redis = new Redis({ path: tale.nugget.redisUrl.slice('unix:'.length) })
  redis.on('error', () => undefined)
  t.after(async () => {
    redis.disconnect()
    await tale.stop()
  })
  return { tale, redis, url: tale.nugget.url }
}

/** The keys of the office and their bytes, once nothing of the tale stays for ever. */
async function whatIsLeft(redis: Redis): Promise<{ keys: number; bytes: number } | false> {
  const all = await redis.keys('{tale*')
  const ttls = await Promise.all(all.map(key => redis.ttl(key)))
  if (ttls.includes(-1)) return false
  const ofOffice = all.filter(key => key.startsWith('{tale-office}:'))
  const sizes = await Promise.all(ofOffice.map(key => redis.memory('USAGE', key)))
  return { keys: ofOffice.length, bytes: sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0) }
}

function isAlive(pid: number | null): boolean {
  try {
    return pid !== null && process.kill(pid, 0)
  } catch {
    return false
  }
}
