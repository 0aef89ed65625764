import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Board } from '#orders/board.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { some } from '#tests/support/kitchen-table.ts'
import { startNugget } from '#tests/support/start-nugget.ts'

const ORDERS = 60
const ORDER_EVERY_MS = 50

test('a wall that is answered by two web servers in turn, as behind a load balancer, never goes back', {
  timeout: 60_000,
}, async t => {
  const nugget = await startNugget({ webs: 2, kitchens: 1, env: { ORDERS_PER_MINUTE: '0' } })
  t.after(() => nugget.stop())
  let closing = false
  const rush = (async () => {
    for (let order = 0; order < ORDERS; order++) {
      const { status } = await postOrder(nugget.url, { body: some('coffee') })
      assert.equal(status, 202)
      await pause(ORDER_EVERY_MS)
    }
    closing = true
  })()

  const ready = new Set<number>()
  let version = '0'
  let looks = 0
  for (; !closing; looks++) {
    const url = nugget.urls[looks % 2] ?? ''
    const { status, headers, body } = await call(url, '/api/office/board', {
      headers: { 'Board-Version': version },
    })
    assert.equal(status, 200)
    const next = headers.get('board-version') ?? ''
    assert.ok(Number(next) >= Number(version), `a reading of ${next} after one of ${version}`)
    const board = Board.parse(body)
    for (const { number } of board.preparing) assert.ok(!ready.has(number), `${number} was ready`)
    for (const { number } of board.ready) ready.add(number)
    version = next
  }
  await rush
  assert.ok(looks > 20, `${looks} looks`)
  assert.ok(ready.size > 0)
})
