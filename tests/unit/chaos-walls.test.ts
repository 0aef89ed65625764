import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { parseBoard, watchWall } from '#chaos/observers.ts'
import { until } from '#tests/support/until.ts'

const AS_OF = '2026-01-05T09:00:00.250Z'
const shown = {
  asOf: Date.parse('2026-01-05T09:00:00Z'),
  preparing: [{ number: 7, since: Date.parse('2026-01-05T08:59:00Z') }],
  ready: [],
  attention: [],
  counts: { preparing: 1, ready: 0, attention: 0 },
}
const held = { shown }

test('a 304 is the board that the wall holds, of the moment that the answer tells', () => {
  const headers = new Headers({ 'Board-As-Of': AS_OF })
  assert.deepEqual(parseBoard({ status: 304, text: '', headers }, held), {
    shown: { ...shown, asOf: Date.parse(AS_OF) },
  })
})

test('a 304 that tells no moment, or comes to a wall that holds nothing, shows no board', () => {
  for (const headers of [new Headers(), new Headers({ 'Board-As-Of': 'a moment ago' })]) {
    const { shown, trouble } = parseBoard({ status: 304, text: '', headers }, held)
    assert.equal(shown, undefined)
    assert.match(trouble ?? '', /of when the board is/)
  }
  const { shown, trouble } = parseBoard({
    status: 304,
    text: '',
    headers: new Headers({ 'Board-As-Of': AS_OF }),
  })
  assert.equal(shown, undefined)
  assert.match(trouble ?? '', /held no board/)
})

test('a 200 that is no board is trouble, and a 503 shows nothing', () => {
  const headers = new Headers()
  assert.match(parseBoard({ status: 200, text: '{}', headers }).trouble ?? '', /not as described/)
  assert.deepEqual(parseBoard({ status: 503, text: '', headers }, held), {})
})

test('a wall behind a balancer asks one web process after the other, and tells each what it holds, after trouble too', async t => {
  const heard: unknown[] = []
  const server = createServer(({ url, headers }, response) => {
    const web = url?.split('/')[1]
    heard.push([web, headers['board-version'], headers['if-none-match']])
    if (heard.length === 3) return void response.writeHead(503).end()
    response.setHeader('Board-Version', heard.length).setHeader('ETag', `"${heard.length}"`)
    const { preparing, ready, attention, counts } = shown
    const since = AS_OF
    const lists = { preparing: preparing.map(({ number }) => ({ number, since })), ready, attention, counts }
    response.end(
      JSON.stringify({ restaurant: 'office', asOf: AS_OF, kitchen: { state: 'open', cooks: 4 }, ...lists }),
    )
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  t.after(() => server.close())
  const address = server.address()
  assert.ok(typeof address === 'object' && address)
  const web = (name: string) => ({ name, url: `http://127.0.0.1:${address.port}/${name}` })

  const closing = new AbortController()
  t.after(() => closing.abort())
  const recorder = { note: () => undefined }
  const watching = watchWall([web('one'), web('other')], {
    recorder,
    wall: '10.254.0.2',
    stop: closing.signal,
  })
  await until('asked after the trouble', () => heard.length === 4)
  closing.abort()
  await watching

  assert.deepEqual(heard, [
    ['one', undefined, undefined],
    ['other', '1', '"1"'],
    ['one', '2', '"2"'],
    ['other', '2', '"2"'],
  ])
})
