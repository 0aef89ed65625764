import assert from 'node:assert/strict'
import { test } from 'node:test'
import { call, postOrder } from '#tests/support/call-api.ts'
import { Part } from '#tests/support/part.ts'
import { startNugget } from '#tests/support/start-nugget.ts'
import { postRush, RUSHES } from '#tests/support/start-tale.ts'

test('with TALE=off there is no tale: no rush, no restaurants, no process', async t => {
  const nugget = await startNugget({ kitchens: 0, env: { TALE: 'off' } })
  t.after(() => nugget.stop())
  assert.equal((await postRush(nugget.url, { seed: 1 })).status, 404)
  for (const path of [`${RUSHES}/0123456789abcdef`, '/api/tale/crowd', '/api/tale-office/board']) {
    assert.equal((await call(nugget.url, path)).status, 404, path)
  }
  for (const restaurant of ['tale-office', 'tale-apartment']) {
    assert.equal((await postOrder(nugget.url, { restaurant })).status, 404)
  }
  assert.equal((await fetch(`${nugget.url}/tale`)).status, 404)
  assert.doesNotMatch(await (await fetch(nugget.url)).text(), /href="\/tale"/)
  const env = { REDIS_URL: nugget.redisUrl, TALE: 'off' }
  await assert.rejects(new Part('rush', ['workers/rush.ts'], env, () => false).start(), /TALE is off/)
  const kitchen = new Part('kitchen', ['workers/kitchen.ts', 'tale-office'], env, () => false)
  await assert.rejects(kitchen.start(), /no restaurant with a queue is called tale-office/)
})
