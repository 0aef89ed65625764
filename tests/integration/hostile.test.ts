import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { Redis } from 'ioredis'
import { z } from 'zod'
import { describeApi } from '#app/api/openapi.json/describe-api.ts'
import { Order } from '#orders/order.ts'
import { RushRequest } from '#rush/settings.ts'
import { assertDecent, type Told } from '#tests/support/decent.ts'
import { changedKeys, dumpRedis } from '#tests/support/dump-redis.ts'
import { newKey } from '#tests/support/kitchen-table.ts'
import { sendRaw } from '#tests/support/send-raw.ts'
import { type Nugget, startNugget } from '#tests/support/start-nugget.ts'

/** `HOSTILE_SEED=… node --test tests/integration/hostile.test.ts` throws the same again. */
const seed = Number(process.env.HOSTILE_SEED) || Date.now() % 2 ** 31
const RUNS = { seed, numRuns: 1000, interruptAfterTimeLimit: 5_000 }

let nugget: Nugget
let redis: Redis
let held: Map<string, string>
let house: string
/** An order and a rush that wait, as nobody works here. */
const known = { order: '', rush: '' }

before(async () => {
  console.log(`HOSTILE_SEED=${seed}`)
  // No kitchen, and a line without an end: what changes, the requests of this file changed.
  house = await mkdtemp(join(tmpdir(), 'restaurants-'))
  await cp('restaurants', house, { recursive: true })
  const { maxQueued, ...office } = JSON.parse(await readFile('restaurants/office.json', 'utf8'))
  await writeFile(join(house, 'office.json'), JSON.stringify(office))
  nugget = await startNugget({ kitchens: 0, env: { RESTAURANTS_DIR: house, ORDERS_PER_MINUTE: '1000000' } })
  redis = new Redis({ path: nugget.redisUrl.slice('unix:'.length) })
  known.order = idOf(await post('/api/office/orders', '{"items":[{"id":"coffee","quantity":1}]}', newKey()))
  known.rush = idOf(await post('/api/tale/rushes', '{"preset":"quiet","seed":1}', newKey()))
  held = await dumpRedis(redis)
})
after(async () => {
  redis.disconnect()
  await nugget.stop()
  await rm(house, { recursive: true })
})

const KNOWN_HEADERS = [
  'Accept',
  'Accept-Encoding',
  'Authorization',
  'Connection',
  'Content-Encoding',
  'Content-Length',
  'Content-Security-Policy',
  'Content-Type',
  'Cookie',
  'Expect',
  'Host',
  'Idempotency-Key',
  'If-Modified-Since',
  'If-None-Match',
  'Next-Action',
  'Next-Resume',
  'Next-Router-Prefetch',
  'Next-Router-Segment-Prefetch',
  'Next-Router-State-Tree',
  'Next-Url',
  'Origin',
  'Prefer',
  'Range',
  'RSC',
  'Sec-Fetch-Site',
  'TE',
  'Transfer-Encoding',
  'Upgrade',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'X-HTTP-Method-Override',
  'X-Invoke-Path',
  'X-Invoke-Status',
  'X-Matched-Path',
  'X-Middleware-Subrequest',
  'X-Nextjs-Data',
  'X-Now-Route-Matches',
  'X-Prerender-Revalidate',
  '__proto__',
  'constructor',
]
const ODD_VALUES = [
  '',
  '*',
  '"x"',
  '1',
  '-1',
  '0',
  'chunked',
  'gzip',
  'upgrade',
  'websocket',
  'application/json',
  'multipart/form-data; boundary=x',
  'text/x-component',
  'wait=1',
  'wait=99999999999',
  'null',
  'cross-site',
  'http://elsewhere.example',
  'middleware',
  '%ff',
  '%5B%22%22%5D',
  '[[["',
  '/_tree',
  "script-src 'nonce-mine'",
  'bytes=0-1',
  '100-continue',
  'eight-88-ascii',
  'Bearer eight-88-ascii',
  '::1, , 10.0.0.1',
  '\u0000',
]
const ODD_SEGMENTS = [
  '',
  '.',
  '..',
  '%2e',
  '%2e%2e',
  '..%2f..',
  '%00',
  '%0d%0a',
  '%ff',
  '%c0%ae',
  '%E2%80%AE',
  '%F0%9F%8D%9F',
  '%ED%A0%80',
  '%25',
  '%252e%252e',
  ';a=b',
  '__proto__',
  'constructor',
  '[id]',
  '[...path]',
  '(group)',
  '@slot',
  '_global-error',
  '_not-found',
  '_error',
  '_next',
  'static',
  'data',
  'image',
  'api',
  'office',
  'apartment',
  'kiosk',
  'display',
  'orders',
  'board',
  'line',
  'collection',
  'kiosk.rsc',
  'kiosk.txt',
  'index',
  '.env',
  '.git',
  'package.json',
  'wall-watch.js',
  'tale',
  'tale-office',
  'rushes',
  'turns',
  'cooks',
  'customers',
  'customers.csv',
  'crowd',
  'slips',
  'source',
  'menu',
  '*',
  'nuggets',
  '0'.repeat(32),
]

const UNKNOWN = '0'.repeat(32)
/** Every address of the API as the server describes it, and every method that it knows there. */
const DESCRIBED = Object.entries(describeApi().paths).map(([path, described]) => ({
  path,
  methods: ['get', 'post', 'delete']
    .filter(method => method in described)
    .map(method => method.toUpperCase()),
}))
const OPERATIONS = DESCRIBED.flatMap(({ path, methods }) => methods.map(method => ({ path, method })))
const WITH_A_BODY = OPERATIONS.filter(({ method }) => method === 'POST').map(({ path }) => path)

/** What may stand for the parts of an address that are in braces. */
const places = fc.record({
  restaurant: fc.constantFrom('office', 'apartment', 'tale-office', 'tale-apartment', 'nowhere'),
  id: fc.constantFrom('known', 'known', UNKNOWN, '0', '__proto__'),
  customer: fc.constantFrom('1', '0', '9999', '-1'),
  cook: fc.constantFrom('0', '7', '-1', '1e9'),
})

function fill(path: string, places: Record<string, string>): string {
  const knownId = path.includes('/rushes/') ? known.rush : known.order
  return path.replace(/\{(\w+)\}/g, (_, name) => (places[name] === 'known' ? knownId : (places[name] ?? '')))
}

test('every address of the API is described with its methods, so that all of them are thrown at', async () => {
  const routes = globSync('app/api/**/route.ts').map(file => `/${file.replace(/^app\/|\/route\.ts$/g, '')}`)
  const undescribed = ['/api/[[...path]]', '/api/openapi.json']
  assert.deepEqual(
    DESCRIBED.map(({ path }) => path).sort(),
    routes
      .filter(route => !undescribed.includes(route))
      .map(route => route.replaceAll('[', '{').replaceAll(']', '}'))
      .sort(),
  )
  for (const { path, methods } of DESCRIBED) {
    const address = fill(path, { restaurant: 'office', id: 'known', customer: '1', cook: '0' })
    const { headers } = await sendRaw(nugget.url, compose('OPTIONS', address, []))
    const allowed = headers.get('allow')?.split(', ') ?? []
    assert.deepEqual(allowed.filter(method => method !== 'HEAD').sort(), methods.sort(), path)
  }
})

const menu = fc.constantFrom('coffee', 'fries', 'nuggets-20', 'apple-pie')
const line = fc.record({ id: menu, quantity: fc.integer({ min: 1, max: 20 }) })
const validOrder = fc.record(
  {
    items: fc.array(line, { minLength: 1, maxLength: 20 }),
    dining: fc.constantFrom('eat-in', 'take-away'),
  },
  { requiredKeys: ['items'] },
)

test('whatever the schema allows is an order, and the same one when it is sent again', async () => {
  await fc.assert(
    fc.asyncProperty(validOrder, async body => {
      const key = newKey()
      const place = () => post('/api/office/orders', JSON.stringify(body), key)
      const [first, again] = [await place(), await place()]
      assert.deepEqual([first.status, again.status], [202, 202])
      assert.deepEqual(Order.parse(JSON.parse(again.body)), Order.parse(JSON.parse(first.body)))
    }),
    // Each to its end: an order that was given up half-way would come later, and change what nothing may change.
    { seed, numRuns: 50 },
  )
  held = await dumpRedis(redis)
})

/** Text with lone surrogates, NUL, right-to-left marks and what else there is. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map(units => String.fromCharCode(...units)),
  fc.constantFrom('\u0000', '\ud800', '\u202e', '🍟', '__proto__', 'constructor', 'coffee'),
)
const anyValue = fc.oneof(
  anyText,
  fc.jsonValue(),
  fc.constantFrom(null, 0, -1, 1, 21, 0.5, 1e308, true, [], {}),
)
const oddKey = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'price', '')
const oddLine = fc.dictionary(fc.oneof(fc.constantFrom('id', 'quantity'), oddKey), fc.oneof(anyValue, menu))
const oddOrder = fc.dictionary(
  fc.oneof(fc.constantFrom('items', 'dining'), oddKey),
  fc.oneof(anyValue, fc.array(fc.oneof(oddLine, line), { maxLength: 30 })),
)
const oddRush = fc.dictionary(
  fc.oneof(fc.constantFrom(...Object.keys(RushRequest.shape)), oddKey),
  fc.oneof(anyValue, fc.integer({ min: 0, max: 60 })),
)
const deep = fc
  .record({ levels: fc.integer({ min: 1, max: 10_000 }), brackets: fc.constantFrom('[]', '{"items":}') })
  .map(({ levels, brackets }) => brackets.slice(0, -1).repeat(levels) + brackets.slice(-1).repeat(levels))
const huge = fc
  .integer({ min: 1, max: 300_000 })
  .map(size => JSON.stringify({ items: [], note: 'x'.repeat(size) }))
const body = fc.oneof(
  { weight: 4, arbitrary: oddOrder.map(order => JSON.stringify(order)) },
  { weight: 2, arbitrary: oddRush.map(rush => JSON.stringify(rush)) },
  { weight: 2, arbitrary: fc.json() },
  deep,
  huge,
  anyText,
  fc.uint8Array({ maxLength: 64 }).map(bytes => new Uint8Array(bytes)),
)

/** Half of it to where a body is read most. */
const takesABody = fc.oneof(fc.constant('/api/office/orders'), fc.constantFrom(...WITH_A_BODY))

test('whatever else comes as an order, or to any address that takes one, is refused in words, and changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(takesABody, places, body, async (address, places, body) => {
      const path = fill(address, places)
      await refusedOrTaken(path, await post(path, body, newKey()))
    }),
    RUNS,
  )
})

const token = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,20}$/)
const name = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...KNOWN_HEADERS) }, token)
const value = fc.oneof(
  fc.constantFrom(...ODD_VALUES),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer({ min: 1, max: 20_000 }).map(length => 'x'.repeat(length)),
)
const headers = fc.array(fc.tuple(name, value), { maxLength: 8 })
const method = fc.constantFrom(
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'get',
  'X',
)
const beyondTheApi = fc.constantFrom(
  '/api/openapi.json',
  '/office/kiosk',
  '/office/display',
  '/tale',
  '/tale/source/orders/place-order.ts',
  '/menu/fries.svg',
)
const anAddress = fc.oneof(fc.constantFrom(...DESCRIBED.map(({ path }) => path)), beyondTheApi)
/** As it is described, or with a method that is not. */
const request = fc.oneof(fc.constantFrom(...OPERATIONS), fc.record({ path: anAddress, method }))

test('whatever headers come, there is an answer in time, and nothing changes', async () => {
  await fc.assert(
    fc.asyncProperty(request, places, headers, async ({ path: address, method }, places, headers) => {
      const path = fill(address, places)
      await refusedOrTaken(path, await sendRaw(nugget.url, compose(method, path, headers)))
    }),
    RUNS,
  )
})

const segment = fc.oneof(
  fc.constantFrom(...ODD_SEGMENTS),
  fc.string({ maxLength: 10 }).map(text => encodeURIComponent(text)),
  fc.stringMatching(/^[!-~]{1,10}$/),
  fc.integer({ min: 1, max: 15_000 }).map(length => 'x'.repeat(length)),
)
const oddPlaces = fc.record({ restaurant: segment, id: segment, customer: segment, cook: segment })
const trickedPath = fc.tuple(anAddress, oddPlaces).map(([path, places]) => fill(path, places))
const builtPath = fc
  .tuple(
    fc.constantFrom(
      '/',
      '/api/',
      '/api/office/',
      '/api/office/orders/',
      '/api/tale/',
      '/api/tale/rushes/',
      '/tale/source/',
      '/office/orders/',
      '/_next/',
      '//',
      '/\\',
      '',
    ),
    fc.array(segment, { maxLength: 5 }),
    fc.constantFrom('/', '//', ';', '%2f', '\\'),
    fc.constantFrom('', '/', '?', '?_rsc=1', '?x[]=1', '#x', '%'),
  )
  .map(([start, segments, between, end]) => start + segments.join(between) + end)

const path = fc.oneof({ weight: 2, arbitrary: builtPath }, { weight: 1, arbitrary: trickedPath })

test('whatever address is asked for, there is an answer in time, and nothing changes', async () => {
  await fc.assert(
    fc.asyncProperty(method, path, async (method, path) => {
      await refusedOrTaken(path, await sendRaw(nugget.url, compose(method, path, [])))
    }),
    RUNS,
  )
})

const SMUGGLED = 'POST /api/office/orders HTTP/1.1\r\nHost: nugget\r\n\r\n'
for (const [what, headers, body] of [
  ['two lengths', ['Content-Length: 2', 'Content-Length: 60'], `{}${SMUGGLED}`],
  ['a length and chunks', ['Content-Length: 4', 'Transfer-Encoding: chunked'], `0\r\n\r\n${SMUGGLED}`],
  ['chunks in another coding', ['Transfer-Encoding: chunked, identity'], `0\r\n\r\n${SMUGGLED}`],
  ['a negative length', ['Content-Length: -1'], '{}'],
  ['a length in other digits', ['Content-Length: 0x2'], '{}'],
  ['a chunk without an end', ['Transfer-Encoding: chunked'], 'ffffffffffffffff\r\n{}'],
  ['a header on two lines', ['Content-Length: 2', 'X-Folded: a\r\n b'], '{}'],
  ['a space before the colon', ['Content-Length : 2'], '{}'],
  ['two keys', [`Idempotency-Key: ${newKey()}`, 'Content-Length: 2'], '{}'],
  ['two origins', ['Origin: http://nugget', 'Origin: http://elsewhere.example', 'Content-Length: 2'], '{}'],
  ['headers of 20 KiB', [`X-Long: ${'x'.repeat(20_000)}`], ''],
  ['ten thousand headers', Array.from({ length: 10_000 }, () => 'a:'), ''],
] as const) {
  test(`${what} are no order`, async () => {
    const head = [
      'POST /api/office/orders HTTP/1.1',
      'Host: nugget',
      'Connection: close',
      `Idempotency-Key: ${newKey()}`,
    ]
    const type = 'Content-Type: application/json'
    const answer = await sendRaw(nugget.url, [...head, type, ...headers, '', body].join('\r\n'))
    assert.ok(answer.status >= 400, `${answer.status}`)
    await refusedOrTaken('/api/office/orders', answer)
  })
}

/** A refusal left everything as it was; what was taken is known from now on. */
async function refusedOrTaken(path: string, answer: Told): Promise<void> {
  assertDecent(path, answer)
  const now = await dumpRedis(redis)
  if (answer.status !== 202)
    assert.deepEqual(changedKeys(held, now), [], `${answer.status} changed something`)
  held = now
}

function idOf({ status, body }: Told): string {
  assert.equal(status, 202, body)
  return z.object({ id: z.string() }).parse(JSON.parse(body)).id
}

async function post(path: string, body: string | Uint8Array<ArrayBuffer>, key: string): Promise<Told> {
  const startedAt = performance.now()
  const response = await fetch(nugget.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body,
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text,
    tookMs: performance.now() - startedAt,
  }
}

function compose(method: string, path: string, headers: [string, string][]): Buffer {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: nugget',
    'Connection: close',
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
}
