import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { z } from 'zod'
import { postOrder } from '#tests/support/call-api.ts'
import { readOpenApi } from '#tests/support/open-api.ts'
import { startNugget } from '#tests/support/start-nugget.ts'

test('a person at the server pauses the intake, and resumes it', async t => {
  const nugget = await startNugget({ kitchens: 0 })
  t.after(() => nugget.stop())
  const api = await readOpenApi(nugget.url)

  assert.match(intake(nugget.redisUrl, 'pause', 'office').stdout, /takes no new orders/)
  const refused = await postOrder(nugget.url)
  api.check('post', '/api/{restaurant}/orders', refused)
  assert.equal(refused.status, 503)
  assert.equal(z.object({ type: z.string() }).parse(refused.body).type, '/problems/intake-paused')
  assert.ok(refused.headers.has('retry-after'))

  assert.match(intake(nugget.redisUrl, 'resume', 'office').stdout, /takes orders again/)
  assert.equal((await postOrder(nugget.url)).status, 202)
})

test('what it does not understand it answers with one line and exit code 1', () => {
  for (const words of [
    [],
    ['pause'],
    ['pause', 'apartment'],
    ['close', 'office'],
    ['pause', 'office', 'now'],
  ]) {
    const { status, stderr } = intake('redis://127.0.0.1:1', ...words)
    assert.equal(status, 1)
    assert.equal(stderr.trim().split('\n').length, 1)
    assert.match(stderr, /npm run intake -- pause office/)
  }
})

function intake(redisUrl: string, ...words: string[]) {
  return spawnSync(process.execPath, ['scripts/intake.ts', ...words], {
    env: { ...process.env, REDIS_URL: redisUrl },
    encoding: 'utf8',
  })
}
