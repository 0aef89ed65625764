import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, type TestContext, test } from 'node:test'
import { askRedis } from '#scripts/ask-redis.ts'
import { startRedis } from '#scripts/embedded-redis.ts'
import { hearRedis } from '#scripts/hear-redis.ts'
import { pathToOtherRedis } from '#tests/support/other-redis.ts'
import { until } from '#tests/support/until.ts'

let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nugget-redis-'))
})

afterEach(() => rm(dir, { recursive: true, force: true }))

for (const end of ['stop', 'kill'] as const) {
  test(`what was written is there after a ${end}`, async () => {
    const first = await startRedis({ dir })
    await askRedis(first.url, redis => redis.set('order', '42'))
    await first[end]()

    const second = await startRedis({ dir })
    assert.equal(await askRedis(second.url, redis => redis.get('order')), '42')
    await second.stop()
  })
}

test('one directory has one Redis, until that has ended', async () => {
  const first = await startRedis({ dir })
  await assert.rejects(startRedis({ dir }), {
    message: new RegExp(`already runs here \\(process ${process.pid}\\)`),
  })

  process.kill(first.pid, 'SIGKILL')
  assert.equal(await first.ended, 'SIGKILL')
  await (await startRedis({ dir })).stop()
})

test('a path too long for a socket is told', async () => {
  await assert.rejects(startRedis({ dir: join(dir, 'far'.repeat(40)) }), /too long a path for a socket/)
})

test('a log that cannot be read is told at once', async () => {
  await (await startRedis({ dir })).stop()
  await writeFile(join(dir, 'appendonlydir/appendonly.aof.1.incr.aof'), 'not a log')
  await assert.rejects(startRedis({ dir }), /did not start in .+: exit code 1: Bad file format/)
})

test('a Redis that was left behind and says nothing any more is killed, and what was written is there', async t => {
  const said = t.mock.method(console, 'error', () => {})
  const pid = await leaveBehind(t)
  process.kill(pid, 'SIGSTOP')
  await knockUntilFull(t)

  const next = await startRedis({ dir, silentMs: 1_000 })
  assert.equal(await askRedis(next.url, redis => redis.get('order')), '42')
  assert.deepEqual(said.mock.calls[0]?.arguments, [
    `The Redis that was left behind (process ${pid}) gave no sign of life for 1 s; killing it`,
  ])
  await next.stop()
})

test('no process is killed for a frozen Redis whose number it was given; what to do is told', async t => {
  const pid = await leaveBehind(t)
  process.kill(pid, 'SIGSTOP')
  await writeFile(join(dir, 'redis.pid'), `${process.pid}\n`)
  await assert.rejects(startRedis({ dir, silentMs: 500 }), {
    message: `A redis-server still runs at ${dir}/redis.sock (process ${process.pid}, if redis.pid is right) and does not answer: kill it (kill -9), then start again`,
  })

  process.kill(pid, 'SIGCONT')
  await (await startRedis({ dir })).stop()
})

test('a Redis that was left behind and is busy is heard, and is not killed for it', async t => {
  const said = t.mock.method(console, 'error', () => {})
  await leaveBehind(t)
  const url = `unix:${dir}/redis.sock`
  await askRedis(url, redis => redis.config('SET', 'busy-reply-threshold', '1'))
  const busy = askRedis(url, redis => redis.eval('while true do end', 0)).catch((error: Error) => error)
  await until('it is busy', () =>
    askRedis(url, redis => redis.ping()).catch(({ message }: Error) => /^BUSY/.test(message)),
  )
  assert.ok(await hearRedis(`${dir}/redis.sock`, 1_000))

  const asked = Date.now()
  const next = startRedis({ dir, silentMs: 1_000 })
  await until('it had been silent for too long', () => Date.now() - asked > 2_500)
  await askRedis(url, redis => redis.script('KILL'))
  await busy
  assert.equal(await askRedis((await next).url, redis => redis.get('order')), '42')
  assert.equal(said.mock.callCount(), 0)
  await (await next).stop()
})

test('a Redis that has much to load is waited for, as long as it says so', async t => {
  const first = await startRedis({ dir })
  const orders = Array.from({ length: 10_000 }, (_, n) => `order ${n}`)
  await askRedis(first.url, redis => Promise.all(orders.map(order => redis.set(order, '42'))))
  await first.stop()

  onPath(t, await pathToOtherRedis(t, { settings: '--key-load-delay 100' }))
  const startedAt = Date.now()
  const second = await startRedis({ dir, silentMs: 200 })
  assert.ok(Date.now() - startedAt > 800, 'it loaded too soon to tell')
  assert.equal(await askRedis(second.url, redis => redis.dbsize()), orders.length)
  await second.stop()
})

test('with every write on disk before its answer nothing answered is lost when the disk is full', async t => {
  onPath(t, await pathToOtherRedis(t, { mostLogBytes: 20_000 }))
  const first = await startRedis({ dir, fsync: 'always' })
  const answered: string[] = []
  await askRedis(first.url, async redis => {
    for (;;) {
      const order = `order ${answered.length}`
      await redis.set(order, '42'.repeat(500))
      answered.push(order)
    }
  }).catch(() => {})
  assert.match(await first.ended, /exit code 1: .*AOF/)
  assert.ok(answered.length > 5)

  const second = await startRedis({ dir })
  assert.equal(await askRedis(second.url, redis => redis.exists(...answered)), answered.length)
  await second.stop()
})

/** A Redis in `dir` that outlives its starter, with something in it. Returns its process. */
async function leaveBehind(t: TestContext): Promise<number> {
  const words = `
    import { startRedis } from '#scripts/embedded-redis.ts'
    const { pid } = await startRedis({ dir: process.argv[1] })
    console.log(pid)
    setInterval(() => {}, 1_000)`
  const starter = spawn(process.execPath, ['--input-type=module', '-e', words, dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  t.after(() => starter.kill('SIGKILL'))
  const [pid] = await once(starter.stdout, 'data')
  await askRedis(`unix:${dir}/redis.sock`, redis => redis.set('order', '42'))
  starter.kill('SIGKILL')
  await once(starter, 'exit')
  t.after(() => killIfThere(Number(pid)))
  return Number(pid)
}

/** Whoever is frozen lets nobody in, and after some hundred nobody may even wait before the door. */
async function knockUntilFull(t: TestContext): Promise<void> {
  let turnedAway = false
  const visitors: Socket[] = []
  t.after(() => visitors.map(visitor => visitor.destroy()))
  await until('full', () => {
    for (let n = 0; n < 100; n++) {
      const visitor = connect(`${dir}/redis.sock`).on('error', () => {
        turnedAway = true
      })
      visitors.push(visitor)
    }
    return turnedAway
  })
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended, as it should.
  }
}

function onPath(t: TestContext, path: string): void {
  const before = process.env.PATH
  process.env.PATH = path
  t.after(() => {
    process.env.PATH = before
  })
}
