import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reasonsNotToTrust } from '#orders/readiness.ts'

for (const version of ['5.0.14', '6.0.5', '4.0']) {
  test(`Redis ${version} is told to be too old`, () => {
    assert.deepEqual(reasonsNotToTrust(info(version)), [
      `Redis ${version} is too old: Nugget needs 6.0.6 or later.`,
    ])
  })
}

for (const version of ['6.0.6', '6.0.16', '6.2.0', '7.2.4', '10.0.1', '7.4-rc1']) {
  test(`Redis ${version} is new enough`, () => {
    assert.deepEqual(reasonsNotToTrust(info(version)), [])
  })
}

test('all that is wrong with a Redis is told at once', () => {
  const reasons = reasonsNotToTrust(
    'redis_version:5.0.7\r\nmaxmemory_policy:allkeys-lru\r\naof_enabled:0\r\n',
  )
  assert.match(reasons.join(' '), /too old.*noeviction.*appendonly yes/)
})

for (const [fact, reason] of [
  ['used_memory:2000\r\nmem_not_counted_for_evict:0\r\nmaxmemory:1999', /is full/],
  ['aof_last_write_status:err', /cannot write its log/],
  ['role:slave', /is a replica/],
] as const) {
  test(`a Redis that says ${JSON.stringify(fact)} takes no orders, and why is told`, () => {
    const [told, ...others] = reasonsNotToTrust(info('7.0.0') + fact)
    assert.match(told ?? '', reason)
    assert.deepEqual(others, [])
  })
}

for (const fact of [
  'used_memory:2000\r\nmaxmemory:0',
  'used_memory:2000\r\nmem_not_counted_for_evict:500\r\nmaxmemory:1500',
  'aof_last_write_status:ok',
  'role:master',
]) {
  test(`a Redis that says ${JSON.stringify(fact)} takes orders`, () => {
    assert.deepEqual(reasonsNotToTrust(info('7.0.0') + fact), [])
  })
}

/** As a Redis tells of itself, one fact a line. */
function info(version: string): string {
  return ['# Server', `redis_version:${version}`, 'maxmemory_policy:noeviction', 'aof_enabled:1', ''].join(
    '\r\n',
  )
}
