import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Order } from '#orders/order.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { some } from '#tests/support/kitchen-table.ts'
import { watchForStalls } from '#tests/support/stalls.ts'
import { type Nugget, startNugget } from '#tests/support/start-nugget.ts'
import { until } from '#tests/support/until.ts'

const OUTAGES: {
  redisIs: string
  begin: (nugget: Nugget) => Promise<unknown> | boolean
  end: (nugget: Nugget) => Promise<void> | boolean
}[] = [
  { redisIs: 'away', begin: ({ redis }) => redis().kill(), end: ({ restartRedis }) => restartRedis() },
  {
    redisIs: 'frozen',
    begin: ({ redis }) => process.kill(redis().pid, 'SIGSTOP'),
    end: ({ redis }) => process.kill(redis().pid, 'SIGCONT'),
  },
]

test('a kitchen is gone within 20 s, Redis being away or frozen, and what it had in hand is cooked by the next', {
  timeout: 120_000,
}, async t => {
  await Promise.all(
    OUTAGES.map(async ({ redisIs, begin, end }) => {
      const nugget = await startNugget()
      t.after(() => nugget.stop())
      const [kitchen] = nugget.kitchens
      const { body } = await postOrder(nugget.url, { body: some('nuggets-6', 4) })
      const read = async () =>
        Order.parse((await call(nugget.url, `/api/office/orders/${Order.parse(body).id}`)).body)
      await until('cooking', async () => (await read()).progress.done > 0)

      await begin(nugget)
      const longestStallMs = watchForStalls()
      const toldAt = performance.now()
      await kitchen?.end('SIGTERM')
      assert.ok(performance.now() - toldAt - (await longestStallMs()) < 20_000, redisIs)

      await end(nugget)
      await kitchen?.start()
      await until('ready', async () => (await read()).status === 'ready', 30_000)
    }),
  )
})

test('when nobody reads any more what web and kitchen say, both go on, and end when they are told', {
  timeout: 60_000,
}, async t => {
  const nugget = await startNugget()
  t.after(() => nugget.stop())
  const parts = [...nugget.webs, ...nugget.kitchens]
  for (const part of parts) part.stopListening()
  // Now each has something to say.
  await nugget.redis().kill()
  await until('away', async () => (await postOrder(nugget.url)).status === 503)

  await nugget.restartRedis()
  const { body } = await until('placed', async () => {
    const answer = await postOrder(nugget.url)
    return answer.status === 202 && answer
  })
  const { id } = Order.parse(body)
  const status = async () => Order.parse((await call(nugget.url, `/api/office/orders/${id}`)).body).status
  await until('ready', async () => (await status()) === 'ready')
  const codes = await Promise.all(parts.map(part => part.end('SIGTERM')))
  assert.deepEqual(codes, [143, 0])
})
