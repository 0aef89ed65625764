import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KeyReused, LineFull, RedisAway } from '#orders/refusals.ts'

test('a refusal is known by another copy of its module', async () => {
  const copy: typeof import('#orders/refusals.ts') = await import(
    `${import.meta.resolve('#orders/refusals.ts')}?another-copy`
  )
  const away = new copy.RedisAway('Redis does not answer')
  assert.notEqual(copy.RedisAway, RedisAway)
  assert.ok(away instanceof RedisAway)
  assert.ok(!(away instanceof KeyReused))
  assert.ok(!(new Error('something else') instanceof RedisAway))
})

test('a refusal says what it is', () => {
  const cause = new Error('connect ECONNREFUSED')
  assert.equal(new RedisAway('gone', { cause }).cause, cause)
  assert.equal(new LineFull(7).name, 'LineFull')
  assert.equal(new LineFull(7).retryAfterSeconds, 7)
})
