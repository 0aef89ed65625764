import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { requestLine, sendRaw } from '#tests/support/send-raw.ts'
import { type Nugget, startNugget } from '#tests/support/start-nugget.ts'

let nugget: Nugget

before(async () => {
  nugget = await startNugget({ kitchens: 0 })
})
after(() => nugget.stop())

const send = (method: string, path: string, ...headers: string[]) =>
  sendRaw(nugget.url, requestLine(method, path, ...headers))

test('every answer tells the browser what it may not do', async () => {
  for (const [path, status] of [
    ['/', 200],
    ['/office/kiosk', 200],
    ['/office/nothing', 404],
    ['/%ff', 404],
    ['/kiosk', 307],
    ['/office/kiosk/', 308],
    ['/menu/fries.svg', 200],
    ['/wall-watch.js', 200],
    ['/_next/static/nothing.js', 404],
    ['/api/office/board', 200],
    ['/api/nothing', 404],
    ['/api/health/ready', 200],
  ] as const) {
    const answer = await send('GET', path)
    assert.equal(answer.status, status, path)
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff', path)
    assert.equal(answer.headers.get('referrer-policy'), 'same-origin', path)
    assert.match(answer.headers.get('content-security-policy') ?? '', /frame-ancestors '(self|none)'/, path)
    assert.doesNotMatch(answer.headers.get('content-security-policy') ?? '', /script-src[^;]*unsafe/, path)
    assert.equal(answer.headers.get('strict-transport-security'), null, path)
    assert.equal(answer.headers.get('x-powered-by'), null, path)
  }
})

test('every inline script of a page has the nonce of that answer, whatever the client says it is', async () => {
  for (const path of ['/', '/office/kiosk', '/office/display', '/nope', `/office/orders/${'0'.repeat(32)}`]) {
    const { headers, body } = await send('GET', path, "Content-Security-Policy: script-src 'nonce-mine'")
    const nonce = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1]
    const inline = [...body.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>/g)].map(([, attributes]) => attributes)
    assert.ok(inline.length > 0, path)
    for (const attributes of inline) assert.ok(attributes?.includes(`nonce="${nonce}"`), path)
    assert.doesNotMatch(body, /\son[a-z]+="/, path)
  }
})

for (const [what, method, path, status, header] of [
  ['the address of nothing', 'GET', '*', 404],
  ['the address of nothing, asked for its options', 'OPTIONS', '*', 405],
  ['the error page', 'GET', '/_global-error', 404],
  ['the error page, spelt otherwise', 'GET', '/_%67lobal-error', 404],
  ['a malformed escape', 'GET', '/office/orders/%ff', 404],
  ['a malformed escape below the API', 'GET', '/api/%ff', 404],
  ['an address in full', 'GET', 'http://elsewhere.example/api/health/live', 200],
  ['a picture that is sent something', 'POST', '/menu/fries.svg', 405],
  ['a page that is sent something', 'POST', '/office/kiosk', 405],
  ['a call of a server action', 'POST', '/office/kiosk', 405, 'Next-Action: x'],
  ['a method of old', 'TRACE', '/api/office/board', 405],
  ['a method of another protocol', 'PROPFIND', '/api/office/orders', 405],
  ['the resizer of pictures', 'GET', '/_next/image?url=%2Fmenu%2Ffries.svg&w=64&q=75', 404],
  [
    'half a page of a malformed kind',
    'GET',
    '/office/kiosk?_rsc',
    200,
    'RSC: 1\r\nNext-Router-State-Tree: x',
  ],
] as const) {
  test(`${what} (${method} ${path}) is answered ${status}`, async () => {
    const answer = await send(method, path, ...(header ? [header] : []))
    assert.equal(answer.status, status)
    if (status === 405) {
      assert.ok(answer.headers.get('allow'))
      assert.equal(answer.headers.get('content-type'), 'application/problem+json')
    }
  })
}

test('nobody is led to another server', async () => {
  for (const path of [
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    'http://elsewhere.example/office/kiosk/',
  ]) {
    const { headers } = await send('GET', path)
    assert.match(headers.get('location') ?? '', /^\/[^/\\]/, path)
  }
})

test('a connection that asks for another protocol is answered as any other', async () => {
  for (const path of ['/nothing', '/_next/hmr', '/api/health/live']) {
    const { status } = await send('GET', path, 'Upgrade: websocket', 'Connection: close, Upgrade')
    assert.ok(status === 200 || status === 404, `${path}: ${status}`)
  }
})
