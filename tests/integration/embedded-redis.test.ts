import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { askRedis } from '#scripts/ask-redis.ts'
import { startRedis } from '#scripts/embedded-redis.ts'

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
