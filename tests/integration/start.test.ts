import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { askRedis } from '#scripts/ask-redis.ts'
import {
  household,
  npmStart,
  nugget,
  nuggetByNpm,
  offspring,
  placeOrder,
  postOrder,
  readOrder,
  withNpmStart,
} from '#tests/support/npm-start.ts'
import { pathToOtherRedis } from '#tests/support/other-redis.ts'
import { until } from '#tests/support/until.ts'

const nuggets = withNpmStart()

test('npm start prints the addresses of the screens once they answer', async () => {
  const { output } = await npmStart()

  const addresses = output.match(/http:\/\/localhost\S+/g) ?? []
  assert.deepEqual(
    addresses.map(address => new URL(address).pathname),
    ['/', '/apartment/kiosk', '/office/kiosk', '/office/display', '/tale'],
  )
  for (const address of addresses) assert.equal((await fetch(address)).status, 200, address)
})

test('Ctrl-C leaves no process behind, and an order that was cooking goes on after the next start', async () => {
  const first = await npmStart({ KITCHEN_SPEED: '0.1' })
  const order = await placeOrder()
  await until('cooking', async () => (await readOrder(order.id)).stage === 'cooking')

  assert.equal(await first.end('SIGINT'), 0)
  assert.match(first.output, /Closing\. Orders are kept\./)
  assert.deepEqual(offspring(), [])

  await npmStart({ KITCHEN_SPEED: '100' })
  const cooked = await until('ready', async () => {
    const now = await readOrder(order.id)
    return now.status === 'ready' && now
  })
  assert.equal(cooked.number, order.number)
})

test('Ctrl-C while starting leaves no process behind', async () => {
  const starter = nugget({})
  starter.start().catch(() => {}) // it is not to come up
  await until('Redis there', () => offspring().some(({ command }) => command.includes('redis')))

  assert.equal(await starter.end('SIGINT'), 0)
  assert.deepEqual(offspring(), [])
})

test('when npm start is killed, the web server and the kitchen end, and the next start goes on with the orders', async () => {
  const first = await npmStart({ KITCHEN_SPEED: '0.1' })
  const order = await placeOrder()
  await first.end('SIGKILL')
  await until('only Redis left', () => offspring().every(({ command }) => command.includes('redis')))
  assert.equal(offspring().length, 1)

  await npmStart({ KITCHEN_SPEED: '100' })
  await until('ready', async () => (await readOrder(order.id)).status === 'ready')
})

test('npm that is told to stop ends when all of Nugget has, and of npm that is killed nothing is left', async () => {
  const npm = nuggetByNpm({ TALE: 'off' })
  await npm.start()
  assert.ok(household().some(({ pid }) => pid === npm.pid))
  assert.equal(await npm.end('SIGTERM'), 0)
  assert.match(npm.output, /Closing\. Orders are kept\./)
  assert.deepEqual(household(), [])

  await npm.start()
  await npm.end('SIGKILL')
  await until('all gone', () => household().length === 0)
  await until('said', () => /Closing\. Orders are kept\./.test(npm.output))
})

test('the embedded Redis writes everything down, evicts nothing and is reachable by nobody else', async () => {
  await npmStart()

  const wanted = ['appendonly yes', 'appendfsync everysec', 'maxmemory-policy noeviction', 'save ', 'port 0']
  for (const setting of [...wanted, 'unixsocketperm 700']) {
    const [name = ''] = setting.split(' ')
    const given = await askRedis(`unix:${nuggets.dataDir()}/redis.sock`, redis =>
      redis.call('CONFIG', 'GET', name),
    )
    assert.equal([given].flat().join(' '), setting)
  }
})

test('wherever the data is kept, npm run intake finds the same restaurant', async () => {
  await npmStart()
  const env = { ...process.env, REDIS_URL: '', DATA_DIR: nuggets.dataDir() }
  await promisify(execFile)(process.execPath, ['scripts/intake.ts', 'pause', 'office'], { env })
  assert.equal((await postOrder()).status, 503)
})

test('REDIS_FSYNC=always has each order on disk before it is answered', async () => {
  await npmStart({ REDIS_FSYNC: 'always' })

  const given = await askRedis(`unix:${nuggets.dataDir()}/redis.sock`, redis =>
    redis.call('CONFIG', 'GET', 'appendfsync'),
  )
  assert.deepEqual(given, ['appendfsync', 'always'])
})

test('Ctrl-C while Redis cannot write its log does not promise that orders are kept, and says what to do', async t => {
  const starter = await npmStart({ PATH: await pathToOtherRedis(t, { mostLogBytes: 200_000 }) })
  await askRedis(`unix:${nuggets.dataDir()}/redis.sock`, redis => redis.set('large', 'x'.repeat(400_000)))
  await until('it cannot write', async () => (await postOrder()).status === 503)

  assert.equal(await starter.end('SIGINT'), 0)
  assert.match(
    starter.output,
    /Redis cannot write its log: .* the last orders are lost, and the next start is npm start -- --restored/,
  )
  assert.doesNotMatch(starter.output, /Orders are kept/)
})
