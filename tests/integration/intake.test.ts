import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { z } from 'zod'
import { postOrder } from '#tests/support/call-api.ts'
import { readOpenApi } from '#tests/support/open-api.ts'
import { startNugget } from '#tests/support/start-nugget.ts'

test('a person at the server pauses the intake, and resumes it', async t => {
  const nugget = await startNugget({ kitchens: 0 })
  t.after(() => nugget.stop())
  const api = await readOpenApi(nugget.url)

  assert.match((await intake(nugget.redisUrl, 'pause', 'office')).stdout, /takes no new orders/)
  const refused = await postOrder(nugget.url)
  api.check('post', '/api/{restaurant}/orders', refused)
  assert.equal(refused.status, 503)
  assert.equal(z.object({ type: z.string() }).parse(refused.body).type, '/problems/intake-paused')
  assert.ok(refused.headers.has('retry-after'))

  assert.match((await intake(nugget.redisUrl, 'resume', 'office')).stdout, /takes orders again/)
  assert.equal((await postOrder(nugget.url)).status, 202)
})

test('what it does not understand it answers with one line and exit code 1', async () => {
  for (const words of [
    [],
    ['pause'],
    ['pause', 'apartment'],
    ['close', 'office'],
    ['pause', 'office', 'now'],
  ]) {
    const { code, stderr } = await intake('redis://127.0.0.1:1', ...words)
    assert.equal(code, 1)
    assert.equal(stderr.trim().split('\n').length, 1)
    assert.match(stderr, /npm run intake -- pause office/)
  }
})

/** Who waits for it hears meanwhile when a server ends a connection that nobody used for a while. */
function intake(redisUrl: string, ...words: string[]) {
  const env = { ...process.env, REDIS_URL: redisUrl }
  return new Promise<{ code: unknown; stdout: string; stderr: string }>(resolve => {
    execFile(process.execPath, ['scripts/intake.ts', ...words], { env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    )
  })
}
