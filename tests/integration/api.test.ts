import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import { Board } from '#orders/board.ts'
import { Order } from '#orders/order.ts'
import { call, postChunks, postOrder } from '#tests/support/call-api.ts'
import { newKey, some } from '#tests/support/kitchen-table.ts'
import { readOpenApi } from '#tests/support/open-api.ts'
import { sendRaw } from '#tests/support/send-raw.ts'
import { type Nugget, startNugget } from '#tests/support/start-nugget.ts'
import { until } from '#tests/support/until.ts'

const Refused = z.object({ errors: z.array(z.object({ pointer: z.string(), detail: z.string() })) })

const ORDERS = '/api/{restaurant}/orders'
const ORDER = '/api/{restaurant}/orders/{id}'
const COLLECTION = '/api/{restaurant}/orders/{id}/collection'
const BOARD = '/api/{restaurant}/board'
const LINE = '/api/{restaurant}/line'
const PRETENDED = { Origin: 'http://elsewhere.example', 'X-Forwarded-Host': 'elsewhere.example' }

let nugget: Nugget
let api: Awaited<ReturnType<typeof readOpenApi>>

before(async () => {
  nugget = await startNugget({ webs: 2, env: { KITCHEN_SPEED: '50' } })
  api = await readOpenApi(nugget.url)
})
after(() => nugget.stop())

test('an order is accepted with 202, its address and a number', async () => {
  const answer = await postOrder(nugget.url)
  api.check('post', ORDERS, answer)
  const order = Order.parse(answer.body)
  assert.equal(answer.status, 202)
  assert.equal(answer.headers.get('location'), `/api/office/orders/${order.id}`)
  assert.equal(answer.headers.get('idempotent-replayed'), null)
  assert.equal(order.status, 'preparing')
  assert.equal(order.dining, 'eat-in')
})

test('a repeat with the same key and order gives the same order, from either web process', async () => {
  const key = newKey()
  const first = await postOrder(nugget.urls[0] ?? '', { key })
  const again = await postOrder(nugget.urls[1] ?? '', {
    key,
    body: '{ "dining":"eat-in", "items":[{"quantity":1,"id":"coffee"}] }',
  })

  api.check('post', ORDERS, again)
  assert.equal(again.status, 202)
  assert.equal(again.headers.get('idempotent-replayed'), 'true')
  assert.equal(Order.parse(again.body).id, Order.parse(first.body).id)
  assert.equal(Order.parse(again.body).number, Order.parse(first.body).number)
})

test('200 posts at once over two web processes, equal keys among them: one order and one number for each key', async () => {
  const keys = Array.from({ length: 100 }, newKey)
  const answers = await Promise.all(
    [...keys, ...keys].map((key, index) =>
      postOrder(nugget.urls[index % 2] ?? '', { key, body: some('lemonade') }),
    ),
  )
  const orders = answers.map(({ body }) => Order.parse(body))

  assert.ok(answers.every(({ status }) => status === 202))
  assert.equal(new Set(orders.map(({ id }) => id)).size, 100)
  assert.equal(new Set(orders.map(({ number }) => number)).size, 100)
  assert.equal(answers.filter(({ headers }) => headers.has('idempotent-replayed')).length, 100)
})

for (const [what, status, type, options] of [
  ['a body that is not JSON', 400, 'not-json', { body: '{"items":' }],
  ['an empty body', 400, 'not-json', { body: '' }],
  ['a short key', 400, 'idempotency-key-malformed', { key: 'seven77' }],
  ['a key with a space', 400, 'idempotency-key-malformed', { key: 'eight888 nine' }],
  ['a long key', 400, 'idempotency-key-malformed', { key: 'x'.repeat(256) }],
  ['an unknown restaurant', 404, 'no-such-restaurant', { restaurant: 'pizzeria' }],
  ['a body over 16 KiB', 413, 'too-large', { body: JSON.stringify({ items: [], note: 'x'.repeat(17_000) }) }],
  ['another content type', 415, 'wrong-content-type', { headers: { 'Content-Type': 'text/plain' } }],
  ['a packed body', 415, 'wrong-content-type', { headers: { 'Content-Encoding': 'gzip' } }],
] as const) {
  test(`${what} is refused with ${status}`, async () => {
    const answer = await postOrder(nugget.url, options)
    api.check('post', ORDERS, answer)
    assert.equal(answer.status, status)
    assert.equal(typeOf(answer.body), `/problems/${type}`)
  })
}

test('a missing key is refused with 400, and told from a malformed one', async () => {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await call(nugget.url, '/api/office/orders', { method: 'POST', headers, body: '{}' })
  api.check('post', ORDERS, answer)
  assert.equal(answer.status, 400)
  assert.equal(typeOf(answer.body), '/problems/idempotency-key-missing')
})

test('a body without a length is counted as it comes', async () => {
  assert.equal(await postChunks(nugget.url, '/api/office/orders', [JSON.stringify(some('coffee'))]), 202)
  assert.equal(await postChunks(nugget.url, '/api/office/orders', Array(20).fill(' '.repeat(1024))), 413)
})

for (const [what, body, errors] of [
  [
    'an unknown item',
    {
      items: [
        { id: 'coffee', quantity: 1 },
        { id: 'pizza', quantity: 1 },
      ],
    },
    { '/items/1/id': 'is not on the menu' },
  ],
  ['no list of items', {}, { '/items': 'must be a list of items, each with an id and a quantity' }],
  ['no item', { items: [] }, { '/items': 'must hold at least one item' }],
  [
    'too many lines',
    { items: Array(21).fill({ id: 'coffee', quantity: 1 }) },
    { '/items': 'must hold at most 20 items' },
  ],
  [
    'an item by its name alone',
    { items: ['coffee'] },
    { '/items/0': 'must be an object with an id and a quantity' },
  ],
  [
    'neither id nor quantity',
    { items: [{}] },
    {
      '/items/0/id': 'must be the id of an item on the menu',
      '/items/0/quantity': 'must be a whole number from 1 to 20',
    },
  ],
  ['an empty id', some(''), { '/items/0/id': 'must be the id of an item on the menu' }],
  ['an endless id', some('x'.repeat(41)), { '/items/0/id': 'must be the id of an item on the menu' }],
  ...[0, 21, 0.5, 1e300, '2', null].map(
    quantity =>
      [
        `a quantity of ${JSON.stringify(quantity)}`,
        { items: [{ id: 'coffee', quantity }] },
        { '/items/0/quantity': 'must be a whole number from 1 to 20' },
      ] as const,
  ),
  [
    'an unknown field',
    { items: [{ id: 'coffee', quantity: 1, 'a/b~c': 1 }] },
    { '/items/0/a~1b~0c': 'is not a known field: leave it out' },
  ],
  ['a price of its own', { ...some('coffee'), price: 1 }, { '/price': 'is not a known field: leave it out' }],
  ['dining on the roof', { ...some('coffee'), dining: 'roof' }, { '/dining': 'must be eat-in or take-away' }],
  [
    'an order that is a list',
    [],
    { '': 'must be an object, like {"items":[{"id":"nuggets-6","quantity":1}]}' },
  ],
] as const) {
  test(`${what} is refused with 422, which points at it and says what must be there`, async () => {
    const answer = await postOrder(nugget.url, { body })
    api.check('post', ORDERS, answer)
    assert.equal(answer.status, 422)
    assert.deepEqual(
      Refused.parse(answer.body).errors,
      Object.entries(errors).map(([pointer, detail]) => ({ pointer, detail })),
    )
  })
}

for (const [what, headers, status] of [
  ['a page of ours', { 'Sec-Fetch-Site': 'same-origin' }, 202],
  ['the address bar', { 'Sec-Fetch-Site': 'none' }, 202],
  ['a page of another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ['a page of a sister site', { 'Sec-Fetch-Site': 'same-site' }, 403],
  [
    'a page of another site, whatever its origin says',
    { 'Sec-Fetch-Site': 'cross-site', Origin: 'OURS' },
    403,
  ],
  ['a page of ours over plain http', { Origin: 'OURS' }, 202],
  ['a page of another site over plain http', { Origin: 'http://elsewhere.example' }, 403],
  ['a page of another port', { Origin: 'http://127.0.0.1:1' }, 403],
  ['a page that hides where it is from', { Origin: 'null' }, 403],
  ['a page that names our proxy, which is not believed', PRETENDED, 403],
] as const) {
  test(`an order from ${what} is answered ${status}`, async () => {
    const ours = (value: string) => (value === 'OURS' ? nugget.url : value)
    const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, ours(value)]))
    const answer = await postOrder(nugget.url, { headers: sent })
    api.check('post', ORDERS, answer)
    assert.equal(answer.status, status)
    if (status === 403) assert.equal(typeOf(answer.body), '/problems/cross-site')
  })
}

test('another site cannot say that an order was collected', async () => {
  const path = `/api/office/orders/${'0'.repeat(32)}/collection`
  const headers = { 'Sec-Fetch-Site': 'cross-site' }
  const answer = await call(nugget.url, path, { method: 'POST', headers })
  api.check('post', COLLECTION, answer)
  assert.equal(answer.status, 403)
})

test('a key that was used with another order is refused with 422', async () => {
  const key = newKey()
  await postOrder(nugget.url, { key })
  const answer = await postOrder(nugget.url, { key, body: some('coffee', 2) })
  api.check('post', ORDERS, answer)
  assert.equal(answer.status, 422)
  assert.equal(typeOf(answer.body), '/problems/key-reused')
})

test('a method that an address does not take is answered 405, with those it takes', async () => {
  for (const [method, path, template, allow] of [
    ['GET', '/api/office/orders', ORDERS, 'POST'],
    ['DELETE', '/api/office/board', BOARD, 'GET, HEAD'],
    ['PUT', '/api/office/orders/x/collection', COLLECTION, 'POST'],
  ] as const) {
    const answer = await call(nugget.url, path, { method })
    assert.equal(answer.status, 405)
    assert.equal(answer.headers.get('allow'), allow)
    assert.equal(answer.headers.get('content-type'), 'application/problem+json')
    assert.ok(api.document.paths[template])
  }
})

test('what is not there is a problem document too', async () => {
  for (const path of ['/api', '/api/', '/api/nothing', '/api/office', '/api/office/nothing']) {
    const answer = await call(nugget.url, path)
    assert.equal(answer.status, 404, path)
    assert.equal(answer.headers.get('content-type'), 'application/problem+json')
    assert.equal(typeOf(answer.body), '/problems/no-such-thing')
  }
})

test('the ticket follows the order until it is collected, and answers 409 before', async () => {
  const order = Order.parse((await postOrder(nugget.url, { body: some('nuggets-20', 2) })).body)
  const early = await call(nugget.url, `/api/office/orders/${order.id}/collection`, { method: 'POST' })
  api.check('post', COLLECTION, early)
  assert.equal(early.status, 409)

  await until('ready', async () => {
    const answer = await call(nugget.url, `/api/office/orders/${order.id}`)
    api.check('get', ORDER, answer)
    return Order.parse(answer.body).status === 'ready'
  })
  const first = await call(nugget.url, `/api/office/orders/${order.id}/collection`, { method: 'POST' })
  const again = await call(nugget.url, `/api/office/orders/${order.id}/collection`, { method: 'POST' })
  api.check('post', COLLECTION, first)
  assert.equal(Order.parse(first.body).status, 'collected')
  assert.deepEqual(again, { ...again, status: 200, body: first.body })
})

test('a malformed id is answered as an unknown one is, to the byte', async () => {
  const [unknown, ...malformed] = await Promise.all(
    ['0'.repeat(32), 'x', '0'.repeat(31), 'A'.repeat(32), 'meta', '%00'].map(id =>
      call(nugget.url, `/api/office/orders/${id}`),
    ),
  )
  const told = ({ status, headers, body }: Awaited<ReturnType<typeof call>>) => ({
    status,
    headers: [...headers].filter(([name]) => name !== 'date'),
    body,
  })
  assert.ok(unknown)
  for (const answer of malformed) assert.deepEqual(told(answer), told(unknown))
})

test('a thousand mistakes are told of in a few words', async () => {
  const answer = await postOrder(nugget.url, { body: { items: Array(1000).fill({ a: 1 }) } })
  api.check('post', ORDERS, answer)
  assert.equal(answer.status, 422)
  assert.ok(JSON.stringify(answer.body).length < 4000)
})

test('a body that comes too slowly is refused with 408, and its connection ends', async () => {
  const head = [
    'POST /api/office/orders HTTP/1.1',
    'Host: nugget',
    `Idempotency-Key: ${newKey()}`,
    'Content-Type: application/json',
    'Content-Length: 50',
    '',
    '{"items":',
  ].join('\r\n')
  const answer = await sendRaw(nugget.url, head)
  assert.equal(answer.status, 408)
  assert.equal(typeOf(JSON.parse(answer.body)), '/problems/too-slow')
  assert.ok(answer.tookMs < 5000)
})

test('an order that does not exist is answered 404 in the same words, whatever its id looks like', async () => {
  const { id: elsewhere } = Order.parse((await postOrder(nugget.url)).body)
  const words = new Set<string>()
  for (const [restaurant, id] of [
    ['apartment', elsewhere],
    ...['0'.repeat(32), 'meta', 'wait', '1', '..%2fmeta', 'x'.repeat(2000)].map(id => ['office', id]),
  ]) {
    const ticket = await call(nugget.url, `/api/${restaurant}/orders/${id}`)
    api.check('get', ORDER, ticket)
    assert.equal(ticket.status, 404)
    const collection = await call(nugget.url, `/api/${restaurant}/orders/${id}/collection`, {
      method: 'POST',
    })
    api.check('post', COLLECTION, collection)
    assert.equal(collection.status, 404)
    for (const { body } of [ticket, collection]) words.add(JSON.stringify(body))
  }
  assert.equal(words.size, 1, [...words].join('\n'))
})

test('the board has a tag that changes with the board alone, and tells with 304 when it was read', async () => {
  await quietBoard()
  await postOrder(nugget.url, { body: some('nuggets-20', 20) })
  const first = await call(nugget.url, '/api/office/board')
  api.check('get', BOARD, first)
  const board = Board.parse(first.body)
  assert.equal(first.headers.get('board-as-of'), board.asOf)
  assert.equal(first.headers.get('cache-control'), 'no-store')

  await until('a later reading of the same board', async () => {
    const { headers } = await call(nugget.url, '/api/office/board')
    return headers.get('board-as-of') !== board.asOf
  })
  const tag = (await call(nugget.url, '/api/office/board')).headers.get('etag') ?? ''
  const same = await call(nugget.url, '/api/office/board', {
    headers: { 'If-None-Match': `"other", W/${tag}` },
  })
  api.check('get', BOARD, same)
  assert.equal(same.status, 304)
  assert.equal(same.headers.get('etag'), tag)
  assert.ok(Date.parse(same.headers.get('board-as-of') ?? '') > Date.parse(board.asOf))
})

test('two web processes tell the same board under the same tag', async () => {
  await until('both agree', async () => {
    const [one, two] = await Promise.all(nugget.urls.map(url => call(url, '/api/office/board')))
    return one?.headers.get('etag') === two?.headers.get('etag')
  })
})

test('a poll that waits is answered as soon as the board changes, by the other web process too', async () => {
  const delaysMs: number[] = []
  for (let change = 0; change < 3; change++) {
    const { tag } = await quietBoard()
    const asOf = async () => (await call(nugget.url, '/api/office/board')).headers.get('board-as-of')
    const before = await asOf()
    await until('the board was read just now', async () => (await asOf()) !== before)
    const held = call(nugget.url, '/api/office/board', {
      headers: { 'If-None-Match': tag, Prefer: 'wait=20' },
    }).then(answer => ({ answer, at: performance.now() }))
    await call(nugget.url, '/api/health/live')
    const placed = await postOrder(nugget.urls[1] ?? '')
    const placedAt = performance.now()

    const { answer, at } = await held
    delaysMs.push(at - placedAt)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('preference-applied'), 'wait=20')
    const { preparing, ready } = Board.parse(answer.body)
    assert.ok([...preparing, ...ready].some(({ number }) => number === Order.parse(placed.body).number))
  }

  // By the clock alone a board is read once a second, so each time the next reading would have been nearly a second away.
  assert.ok(Math.min(...delaysMs) < 400, `${delaysMs}`)
})

test('hundreds of held polls are all answered with the news, and none with an outage that there was not', async () => {
  const { tag } = await quietBoard()
  const headers = { 'If-None-Match': tag, Prefer: 'wait=20' }
  const held = Array.from({ length: 500 }, () => call(nugget.url, '/api/office/board', { headers }))
  await call(nugget.url, '/api/health/live')
  await postOrder(nugget.url)

  const statuses = (await Promise.all(held)).map(({ status }) => status)
  assert.deepEqual(new Set(statuses), new Set([200]))
})

test('a poll that waits in vain is answered 304 after that time', async () => {
  const { tag } = await quietBoard()
  const startedAt = performance.now()
  const answer = await call(nugget.url, '/api/office/board', {
    headers: { 'If-None-Match': tag, Prefer: 'respond-async, wait=1' },
  })
  assert.equal(answer.status, 304)
  assert.ok(performance.now() - startedAt >= 990)
})

test('a poll that holds nothing is answered at once, however long it would wait', async () => {
  const answer = await call(nugget.url, '/api/office/board', {
    headers: { Prefer: 'wait=25' },
    signal: AbortSignal.timeout(3000),
  })
  assert.equal(answer.status, 200)
})

test('a ticket poll that waits is answered when the order changes', async () => {
  const order = Order.parse((await postOrder(nugget.url, { body: some('nuggets-20') })).body)
  const path = `/api/office/orders/${order.id}`
  let answer = await call(nugget.url, path)
  for (let polls = 0; Order.parse(answer.body).status !== 'ready'; polls++) {
    assert.ok(polls < 10, 'every held poll brings news, so few are needed')
    answer = await call(nugget.url, path, {
      headers: { 'If-None-Match': answer.headers.get('etag') ?? '', Prefer: 'wait=20' },
    })
    assert.equal(answer.status, 200)
    assert.ok(answer.headers.get('board-as-of'))
  }
})

test('a ticket never goes back, though others watch it too', async () => {
  const placed = await Promise.all([0, 1].map(() => postOrder(nugget.url, { body: some('lemonade') })))
  const [first = '', second = ''] = placed.map(({ body }) => `/api/office/orders/${Order.parse(body).id}`)
  for (const path of [first, second]) {
    await until('ready', async () => Order.parse((await call(nugget.url, path)).body).status === 'ready')
  }
  const watch = async (path: string) => {
    const { headers } = await call(nugget.url, path)
    const tag = headers.get('etag') ?? ''
    return call(nugget.url, path, { headers: { 'If-None-Match': tag, Prefer: 'wait=20' } })
  }
  const watching = [watch(first), watch(second)]
  await call(nugget.url, '/api/health/live')

  await call(nugget.url, `${first}/collection`, { method: 'POST' })
  await call(nugget.url, `${second}/collection`, { method: 'POST' })
  const { headers, body } = await call(nugget.url, second)
  assert.equal(Order.parse(body).status, 'collected')
  const tag = headers.get('etag') ?? ''
  const next = await call(nugget.url, second, { headers: { 'If-None-Match': tag, Prefer: 'wait=2' } })
  assert.equal(next.status, 304)
  for (const answer of await Promise.all(watching)) assert.equal(Order.parse(answer.body).status, 'collected')
})

test('an address with a malformed escape is not there', async () => {
  for (const path of ['/api/%ff/board', '/api/office/orders/%ff', '/api/office/%c0%ae/board']) {
    const answer = await call(nugget.url, path)
    assert.equal(answer.status, 404)
    assert.equal(typeOf(answer.body), '/problems/no-such-thing')
  }
})

test('there is no board at a counter and no line at a wall', async () => {
  const board = await call(nugget.url, '/api/apartment/board')
  api.check('get', BOARD, board)
  assert.equal(board.status, 404)
  const line = await call(nugget.url, '/api/office/line')
  api.check('get', LINE, line)
  assert.equal(line.status, 404)
})

test('an order never shows its id on the board', async () => {
  const order = Order.parse((await postOrder(nugget.url)).body)
  const { body } = await call(nugget.url, '/api/office/board')
  assert.ok(!JSON.stringify(body).includes(order.id))
})

async function quietBoard(): Promise<{ tag: string }> {
  const quiet = await until(
    'nothing cooks',
    async () => {
      const answer = await call(nugget.url, '/api/office/board')
      return Board.parse(answer.body).counts.preparing === 0 && answer
    },
    60_000,
  )
  return { tag: quiet.headers.get('etag') ?? '' }
}

function typeOf(body: unknown): string {
  return z.object({ type: z.string() }).parse(body).type
}
