import assert from 'node:assert/strict'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { failToStart, npmStart, officeWith, withNpmStart } from '#tests/support/npm-start.ts'
import { freePort } from '#tests/support/start-nugget.ts'

const nuggets = withNpmStart()

test('a second npm start beside the first says that one runs already', async () => {
  const first = await npmStart()
  const second = await failToStart({ PORT: `${await freePort()}` })
  assert.match(second, new RegExp(`^Nugget already runs here \\(process ${first.pid}\\).*\n$`))
})

test('a busy port is one clear line', async () => {
  const other = createServer().listen(nuggets.port())
  await once(other, 'listening')
  assert.match(await failToStart(), new RegExp(`^PORT: ${nuggets.port()} is in use by another program.*\n$`))
  other.close()
})

for (const [where, redisUrl] of [
  ['before the host', (port: number) => `redis://chef:hush-hush@localhost:${port}/0`],
  ['behind it', (port: number) => `redis://localhost:${port}/0?password=hush-hush`],
] as const) {
  test(`a Redis that does not answer is one clear line, without the password that stands ${where}`, async () => {
    const line = await failToStart({ REDIS_URL: redisUrl(await freePort()) })
    assert.match(line, /^REDIS_URL: no Redis answers at redis:\/\/localhost:\d+ \(.*ECONNREFUSED.*\)\n$/)
    assert.doesNotMatch(line, /hush/)
  })
}

test('a socket at which no Redis answers is one clear line that names it alone', async () => {
  const line = await failToStart({ REDIS_URL: `unix:${nuggets.dataDir()}/none.sock?password=hush-hush` })
  assert.match(line, /^REDIS_URL: no Redis answers at unix:\S+\/none\.sock \(.*ENOENT.*\)\n$/)
  assert.doesNotMatch(line, /hush/)
})

test('a data directory that cannot be made is one clear line', async () => {
  const file = join(nuggets.dataDir(), 'file')
  await writeFile(file, '')
  for (const DATA_DIR of ['/proc/nugget', '/proc/nugget/data', file, join(file, 'data')]) {
    assert.match(
      await failToStart({ DATA_DIR }),
      new RegExp(`^DATA_DIR: cannot make the folder ${DATA_DIR} \\(.*\\)\n$`),
    )
  }
})

test('a mistake in a restaurant file is one clear line that names the file and the field', async () => {
  const RESTAURANTS_DIR = await officeWith({ cooks: 'three' })
  assert.match(await failToStart({ RESTAURANTS_DIR }), /^\S+office\.json: cooks: .*\n$/)
})

test('a setting that makes no sense is one clear line that names it', async () => {
  assert.match(await failToStart({ KITCHEN_SPEED: 'fast' }), /^KITCHEN_SPEED .*\n$/)
})

test('an argument that means nothing is one clear line, also one that npm keeps to itself', async () => {
  const line = /^Unknown argument: say npm start, or after a restore npm start -- --restored.*\n$/
  for (const words of [['--restore'], ['restored'], ['--restored=yes'], ['--restored', 'office']]) {
    assert.match(await failToStart({}, ...words), line)
  }
  assert.match(await failToStart({ npm_config_restored: 'true' }), line)
})
