import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { createPoll, PollFailed, restAfterNoChangeMs, waitSeconds } from '#app/poll.ts'
import { type Reading, readingOfPage } from '#app/reading.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A server which gives these answers in turn and remembers what was asked. */
async function serve(t: TestContext, ...answers: Answer[]) {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    answers[asked.length - 1]?.(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/board`, asked, server }
}

const board =
  (text: string): Answer =>
  (_request, response) => {
    response.setHeader('ETag', `"${text}"`)
    response.setHeader('Board-As-Of', new Date().toISOString())
    response.end(JSON.stringify({ text }))
  }
const unchanged: Answer = (_request, response) => {
  response.setHeader('Board-As-Of', new Date().toISOString())
  response.writeHead(304).end()
}
const refusal =
  (status: number, body = ''): Answer =>
  (_request, response) => {
    response.writeHead(status).end(body)
  }

test('the first poll asks plainly, the next ones wait for a change', async t => {
  const { url, asked } = await serve(t, board('a'), unchanged, board('b'))
  const poll = createPoll<{ text: string }>(url)

  assert.deepEqual((await poll.next()).data, { text: 'a' })
  assert.equal(asked[0]?.headers.prefer, undefined)
  assert.equal(asked[0]?.headers['if-none-match'], undefined)

  const { data } = await poll.next()
  assert.deepEqual(data, { text: 'a' }, '304 keeps the data')
  assert.equal(asked[1]?.headers.prefer, 'wait=5')
  assert.equal(asked[1]?.headers['if-none-match'], '"a"')

  assert.deepEqual((await poll.next()).data, { text: 'b' })
})

test('whoever holds a board says of which reading it is, so that none goes back: also of the one that the page brought', async t => {
  const versioned =
    (version: number, answer: Answer): Answer =>
    (request, response) => {
      response.setHeader('Board-Version', version)
      answer(request, response)
    }
  const { url, asked } = await serve(t, versioned(8000, board('a')), versioned(9000, unchanged), board('b'))
  const poll = createPoll<{ text: string }>(url, readingOfPage({ text: 'a' }, new Date(7).toISOString(), 7))
  for (const version of ['7999', '8000', '9000']) {
    await poll.next()
    assert.equal(asked.at(-1)?.headers['board-version'], version)
  }
})

test('trouble is told apart', async t => {
  const { url, server } = await serve(
    t,
    refusal(503, '{"type":"/problems/redis-away"}'),
    refusal(503, 'the proxy is full'),
    refusal(500),
    refusal(404),
    (_request, response) => response.end('<html>please log in to this network</html>'),
  )
  const poll = createPoll(url)
  for (const trouble of ['redis', 'server', 'server', 'gone', 'server']) {
    await assert.rejects(poll.next(), { name: 'PollFailed', trouble })
  }

  await new Promise(resolve => server.close(resolve))
  await assert.rejects(poll.next(), { name: 'PollFailed', trouble: 'server' })
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
  t.after(() => Reflect.deleteProperty(navigator, 'onLine'))
  await assert.rejects(poll.next(), { name: 'PollFailed', trouble: 'network' })
})

test('screens that were refused together ask again one by one, half a second to one and a half later', () => {
  const rests = Array.from({ length: 1_000 }, () => new PollFailed('redis').restMs).sort((a, b) => a - b)
  assert.ok((rests.at(0) ?? 0) >= 500)
  assert.ok((rests.at(-1) ?? 0) <= 1_500)
  const inTheBusiestTenth = Math.max(
    ...rests.map(start => rests.filter(rest => rest >= start && rest < start + 100).length),
  )
  assert.ok(inTheBusiestTenth < 200, `${inTheBusiestTenth} within a tenth of a second`)
})

test('an answer that never comes is a server that does not answer', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const arrived = Promise.withResolvers<void>()
  const { url } = await serve(t, () => arrived.resolve())
  const failure = createPoll(url)
    .next()
    .catch((error: unknown) => error)
  await arrived.promise
  t.mock.timers.tick(4_000)

  const error = await failure
  assert.ok(error instanceof PollFailed)
  assert.equal(error.trouble, 'server')
  assert.ok(error.restMs < 100, 'it has waited enough')
})

test('asking again drops the poll under way and asks anew, as one promise', async t => {
  const hangs = Promise.withResolvers<void>()
  const { url, asked } = await serve(t, () => hangs.resolve(), board('a'))
  const poll = createPoll<{ text: string }>(url)
  const answer = poll.next()
  await hangs.promise
  assert.equal(poll.again(), true)
  assert.deepEqual((await answer).data, { text: 'a' })
  assert.equal(asked.length, 2)
  assert.equal(poll.again(), false, 'none is under way any more')
})

test('only who is up to date waits', () => {
  const held = (ageOnArrivalMs: number, etag: string | null = '"a"'): Reading<null> => ({
    data: null,
    etag,
    version: null,
    asOfMs: 0,
    ageOnArrivalMs,
    arrivedAt: { steadyMs: 0, calendarMs: 0 },
    restMs: 1,
  })
  const now = { steadyMs: 0, calendarMs: 0 }
  assert.equal(waitSeconds(undefined, now), 0)
  assert.equal(waitSeconds(held(0, null), now), 0)
  assert.equal(waitSeconds(held(800), now), 5)
  assert.equal(waitSeconds(held(6_000), now), 0)
})

test('a server that does not hold polls is not stormed', () => {
  assert.equal(restAfterNoChangeMs(5, 20), 1_000)
  assert.ok(restAfterNoChangeMs(5, 5_000) < 100)
  assert.ok(restAfterNoChangeMs(0, 20) < 100)
})
