import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { Wire } from '#chaos/wire.ts'
import { until } from '#tests/support/until.ts'

test('a wire hands on every byte in order, late while it is slow', async t => {
  const { wire, client, heard } = await talkToAnEcho(t)
  client.write('one ')
  await until('heard', () => heard() === 'one ')

  wire.delayMs = 40
  const saidAt = performance.now()
  client.write('two ')
  await until('heard', () => heard() === 'one two ')
  assert.ok(performance.now() - saidAt >= 80, 'there and back')

  client.write('three ')
  wire.heal()
  client.write('four')
  await until('heard', () => heard() === 'one two three four')
})

test('a wire that is cut lets half of the next reply pass, and is dead on both sides', async t => {
  const { wire, client, heard, server, at } = await talkToAnEcho(t)
  wire.cut(1)
  const [closed, closedThere] = [once(client, 'close'), once(await server, 'close')]
  client.write('twelve bytes')
  await Promise.all([closed, closedThere])
  assert.equal(heard(), 'twelve')

  const again = connect({ path: at })
  t.after(() => again.destroy())
  again.write('it takes new calls')
  const [echo] = await once(again, 'data')
  assert.equal(String(echo), 'it takes new calls')
})

test('who calls where nobody is hears so at once', async t => {
  const dir = await folder(t)
  const wire = new Wire('a wire to nowhere', { path: join(dir, 'nobody') })
  await wire.listen({ path: join(dir, 'wire') })
  t.after(() => wire.close())
  const client = connect({ path: join(dir, 'wire') })
  client.on('error', () => {})
  await once(client, 'close')
})

async function talkToAnEcho(t: TestContext) {
  const dir = await folder(t)
  const { promise: server, resolve } = Promise.withResolvers<Socket>()
  const echo = createServer(socket => {
    resolve(socket)
    socket.on('error', () => {})
    socket.pipe(socket)
  }).listen(join(dir, 'echo'))
  const wire = new Wire('a wire', { path: join(dir, 'echo') })
  await wire.listen({ path: join(dir, 'wire') })

  const client = connect({ path: join(dir, 'wire') })
  client.on('error', () => {})
  let words = ''
  client.on('data', chunk => {
    words += chunk
  })
  t.after(() => {
    client.destroy()
    wire.close()
    echo.close()
  })
  return { wire, client, server, heard: () => words, at: join(dir, 'wire') }
}

async function folder(t: TestContext): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'wire-'))
  t.after(() => rm(dir, { recursive: true, force: true }))
  return dir
}
