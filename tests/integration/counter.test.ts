import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Line } from '#orders/line.ts'
import { Order } from '#orders/order.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { newKey, some } from '#tests/support/kitchen-table.ts'
import { readOpenApi } from '#tests/support/open-api.ts'
import { type Nugget, startNugget } from '#tests/support/start-nugget.ts'
import { until } from '#tests/support/until.ts'

const atTheCounter = { restaurant: 'apartment' }
let nugget: Nugget

before(async () => {
  nugget = await startNugget({ kitchens: 0, env: { KITCHEN_SPEED: '10' } })
})
after(() => nugget.stop())

test('the answer comes when the food does, and it is the food', async () => {
  const api = await readOpenApi(nugget.url)
  const startedAt = performance.now()
  const answer = await postOrder(nugget.url, { ...atTheCounter, body: some('burger') })

  api.check('post', '/api/{restaurant}/orders', answer)
  assert.equal(answer.status, 200)
  assert.ok(performance.now() - startedAt >= 1190)
  const order = Order.parse(answer.body)
  assert.equal(order.status, 'ready')
  assert.deepEqual(order.progress, { done: 1, total: 1 })
  assert.deepEqual((await call(nugget.url, `/api/apartment/orders/${order.id}`)).body, order)
})

test('customers are served one at a time, in the order of arrival', async () => {
  const served: string[] = []
  const customers = []
  // The first takes so long that all three are seen in line.
  for (const [name, portions] of [
    ['first', 8],
    ['second', 1],
    ['third', 1],
  ] as const) {
    customers.push(
      postOrder(nugget.url, { ...atTheCounter, body: some('salad', portions) }).then(() => served.push(name)),
    )
    await until(`${name} stands in line`, async () => (await people()) === customers.length)
  }
  await Promise.all(customers)
  assert.deepEqual(served, ['first', 'second', 'third'])
  assert.equal(await people(), 0)
})

test('a customer who leaves before their turn is out of the line', async () => {
  const served = postOrder(nugget.url, { ...atTheCounter, body: some('nuggets-20', 3) })
  await until('one is served', async () => (await people()) === 1)
  const leaving = new AbortController()
  const impatient = postOrder(nugget.url, {
    ...atTheCounter,
    body: some('nuggets-20', 20),
    signal: leaving.signal,
  })
  await until('two stand in line', async () => (await people()) === 2)

  leaving.abort()
  await assert.rejects(impatient, { name: 'AbortError' })
  await until('one stands in line', async () => (await people()) === 1)
  assert.equal((await served).status, 200)
  assert.equal((await postOrder(nugget.url, { ...atTheCounter, body: some('coffee') })).status, 200)
})

test('who asks again with the same key stands in the same place and gets the same meal', async () => {
  const key = newKey()
  const [first, second] = await Promise.all([
    postOrder(nugget.url, { ...atTheCounter, key, body: some('salad') }),
    postOrder(nugget.url, { ...atTheCounter, key, body: some('salad') }),
  ])
  const later = await postOrder(nugget.url, { ...atTheCounter, key, body: some('salad') })

  assert.deepEqual(second.body, first.body)
  assert.deepEqual(later.body, first.body)
  assert.equal(later.headers.get('idempotent-replayed'), 'true')
  assert.equal((await postOrder(nugget.url, { ...atTheCounter, key, body: some('salad', 2) })).status, 422)
})

test('what is not on the menu is refused at once, without standing in line', async () => {
  const answer = await postOrder(nugget.url, { ...atTheCounter, body: some('pizza') })
  assert.equal(answer.status, 422)
  assert.equal(await people(), 0)
})

test('the line can be waited for', async () => {
  const before = await call(nugget.url, '/api/apartment/line')
  const held = call(nugget.url, '/api/apartment/line', {
    headers: { 'If-None-Match': before.headers.get('etag') ?? '', Prefer: 'wait=20' },
  })
  const [answer] = await Promise.all([held, postOrder(nugget.url, { ...atTheCounter, body: some('coffee') })])
  assert.equal(answer.status, 200)
  assert.equal(Line.parse(answer.body).people, 1)
})

async function people(): Promise<number> {
  return Line.parse((await call(nugget.url, '/api/apartment/line')).body).people
}
