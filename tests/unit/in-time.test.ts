import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type TestContext, test } from 'node:test'
import { inTime } from '#orders/redis.ts'

test('what was answered in time is not called late because this process stood still', async t => {
  const other = await openEcho(t)
  const answer = once(other.stdout, 'data')
  other.stdin.write('anybody there?')
  const told = inTime(answer, 100)
  standStill(1000)
  assert.equal(String((await told)[0]), 'anybody there?')
})

test('who gets no answer is told so', async t => {
  const other = await openEcho(t)
  await assert.rejects(inTime(once(other.stdout, 'data'), 20), /no answer within 20 ms/)
})

/** Another process, which answers while this one stands still. */
async function openEcho(t: TestContext) {
  const echo = spawn('cat')
  t.after(() => echo.kill())
  const first = once(echo.stdout, 'data')
  echo.stdin.write('hello')
  await first
  return echo
}

function standStill(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}
