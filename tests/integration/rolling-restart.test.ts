import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Order } from '#orders/order.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { some } from '#tests/support/kitchen-table.ts'
import type { Part } from '#tests/support/part.ts'
import { type Nugget, startNugget } from '#tests/support/start-nugget.ts'
import { until } from '#tests/support/until.ts'

const ASK_READINESS_EVERY_MS = 250
const ORDER_EVERY_MS = 50

test('a rolling restart of web servers and kitchens, behind who asks for readiness, refuses nothing and loses nothing', {
  timeout: 120_000,
}, async t => {
  const nugget = await startNugget({ webs: 2, kitchens: 2, env: { DRAIN_SECONDS: '3' } })
  t.after(() => nugget.stop())
  const balancer = balance(nugget)
  t.after(balancer.stop)
  await until('both ready', () => balancer.ready.size === 2)

  const customers = openTheDoors(balancer.next)
  t.after(customers.stop)
  await until('busy', () => customers.placed.length > 10)
  for (const [index, web] of nugget.webs.entries()) {
    const kitchen = nugget.kitchens[index]
    const [webTookMs, kitchenTookMs] = await Promise.all([restart(web), kitchen ? restart(kitchen) : 0])
    assert.ok(webTookMs < 10_000, `the web server took ${webTookMs} ms to go`)
    assert.ok(kitchenTookMs < 20_000, `the kitchen took ${kitchenTookMs} ms to go`)
    await until('both ready again', () => balancer.ready.size === 2)
  }
  await customers.stop()

  assert.deepEqual(customers.refused, [])
  const numbers = customers.placed.map(({ number }) => number)
  assert.equal(new Set(numbers).size, numbers.length)
  for (const { id, number } of customers.placed) {
    await until(`order ${number} is ready`, async () => {
      const { body } = await call(nugget.url, `/api/office/orders/${id}`)
      return Order.parse(body).status === 'ready'
    })
  }
})

/** How long it took to go. */
async function restart(part: Part): Promise<number> {
  const toldAt = performance.now()
  await part.end('SIGTERM')
  const tookMs = performance.now() - toldAt
  await part.start()
  return tookMs
}

/** What a load balancer does: it asks each web server now and then, and sends customers to those that are ready, in turn. */
function balance({ urls }: Nugget) {
  const ready = new Set<string>()
  const stopping = new AbortController()
  const watching = urls.map(async url => {
    while (!stopping.signal.aborted) {
      const isReady = await call(url, '/api/health/ready').then(
        ({ status }) => status === 200,
        () => false,
      )
      if (isReady) ready.add(url)
      else ready.delete(url)
      await pause(ASK_READINESS_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })
  let turn = 0
  return {
    ready,
    /** While none is ready a customer waits at the door. */
    next: () => until('one is ready', () => [...ready][turn++ % ready.size]),
    async stop() {
      stopping.abort()
      await Promise.all(watching)
    },
  }
}

/** Customers order and a wall polls, over connections that are kept, and none of them tries twice. */
function openTheDoors(next: () => Promise<string>) {
  const placed: Order[] = []
  const refused: string[] = []
  const stopping = new AbortController()

  const order = async () => {
    try {
      const { status, body } = await postOrder(await next(), { body: some('coffee', 5) })
      if (status === 202) placed.push(Order.parse(body))
      else refused.push(`${status} to an order: ${JSON.stringify(body)}`)
    } catch (error) {
      refused.push(`${error instanceof Error ? (error.cause ?? error) : error} to an order`)
    }
  }
  const customers = async () => {
    const orders = []
    while (!stopping.signal.aborted) {
      orders.push(order())
      await pause(ORDER_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
    await Promise.all(orders)
  }
  const wall = async () => {
    let etag = ''
    while (!stopping.signal.aborted) {
      try {
        const headers = { 'If-None-Match': etag, Prefer: 'wait=5' }
        const answer = await call(await next(), '/api/office/board', { headers })
        const { status, body } = answer
        if (status !== 200 && status !== 304) refused.push(`${status} to the wall: ${JSON.stringify(body)}`)
        etag = answer.headers.get('etag') ?? ''
      } catch (error) {
        refused.push(`${error instanceof Error ? (error.cause ?? error) : error} to the wall`)
      }
    }
  }
  const all = Promise.all([customers(), wall()])
  return {
    placed,
    refused,
    async stop() {
      stopping.abort()
      await all
    },
  }
}
