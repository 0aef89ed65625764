import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { askRedis } from '#scripts/ask-redis.ts'
import { commandsOf } from '#tests/support/handbook.ts'
import { Part } from '#tests/support/part.ts'
import { freePort } from '#tests/support/start-nugget.ts'
import { until } from '#tests/support/until.ts'

/** In the environment of all that a test's starters bring into being. */
let mark: string
let dir: string
let port: number
let started: Part[]

beforeEach(async () => {
  mark = `NUGGET_TEST=${randomUUID()}`
  dir = await mkdtemp(join(tmpdir(), 'nugget-start-'))
  port = await freePort()
  started = []
})

afterEach(async () => {
  await Promise.all(started.map(part => part.end()))
  for (const { pid } of offspring()) process.kill(pid, 'SIGKILL')
  await until('all gone', () => offspring().length === 0)
  await rm(dir, { recursive: true, force: true })
})

test('npm start prints the addresses of the screens once they answer', async () => {
  const { output } = await startNugget()

  const addresses = output.match(/http:\/\/localhost\S+/g) ?? []
  assert.deepEqual(
    addresses.map(address => new URL(address).pathname),
    ['/', '/apartment/kiosk', '/office/kiosk', '/office/display'],
  )
  for (const address of addresses) assert.equal((await fetch(address)).status, 200, address)
})

test('Ctrl-C leaves no process behind, and an order that was cooking goes on after the next start', async () => {
  const first = await startNugget({ KITCHEN_SPEED: '0.1' })
  const order = await placeOrder()
  await until('cooking', async () => (await readOrder(order.id)).stage === 'cooking')

  assert.equal(await first.end('SIGINT'), 0)
  assert.deepEqual(offspring(), [])

  await startNugget({ KITCHEN_SPEED: '100' })
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
  const first = await startNugget({ KITCHEN_SPEED: '0.1' })
  const order = await placeOrder()
  await first.end('SIGKILL')
  await until('only Redis left', () => offspring().every(({ command }) => command.includes('redis')))
  assert.equal(offspring().length, 1)

  await startNugget({ KITCHEN_SPEED: '100' })
  await until('ready', async () => (await readOrder(order.id)).status === 'ready')
})

test('what ends by itself is started again', async () => {
  const starter = await startNugget()

  for (const name of ['redis', 'next', 'kitchen', 'rush']) {
    const victim = offspring().find(({ command }) => command.includes(name))
    assert.ok(victim, name)
    process.kill(victim.pid, 'SIGKILL')
    await until(`${name} back`, () => offspring().some(p => p.command.includes(name) && p.pid !== victim.pid))
  }
  assert.match(starter.output, /Redis ended by itself \(SIGKILL\)/)
  assert.match(starter.output, /The web server ended by itself \(SIGKILL\)/)
  assert.match(starter.output, /The kitchen ended by itself \(SIGKILL\)/)
  assert.match(starter.output, /The rush ended by itself \(SIGKILL\)/)
  await until('open again', async () => (await fetch(at('/api/health/ready'))).ok)
})

test('what is frozen is killed and started again', async () => {
  const starter = await startNugget({}, ['--silent-ms', '5000'])
  const victims = ['next', 'kitchen', 'rush'].map(name => {
    const victim = offspring().find(({ command }) => command.includes(name))
    assert.ok(victim, name)
    process.kill(victim.pid, 'SIGSTOP')
    return { name, pid: victim.pid }
  })
  for (const { name, pid } of victims) {
    await until(`${name} back`, () => offspring().some(p => p.command.includes(name) && p.pid !== pid))
  }
  for (const name of ['The web server', 'The kitchen', 'The rush']) {
    assert.match(starter.output, new RegExp(`${name} gave no sign of life for 5 s; killing it\n`))
  }
  assert.equal(offspring().filter(({ pid }) => victims.some(victim => victim.pid === pid)).length, 0)
  await until('open again', async () => (await fetch(at('/api/health/ready'))).ok)
})

test('the embedded Redis writes everything down, evicts nothing and is reachable by nobody else', async () => {
  await startNugget()

  const wanted = ['appendonly yes', 'appendfsync everysec', 'maxmemory-policy noeviction', 'save ', 'port 0']
  for (const setting of [...wanted, 'unixsocketperm 700']) {
    const [name = ''] = setting.split(' ')
    const given = await askRedis(`unix:${dir}/redis.sock`, redis => redis.call('CONFIG', 'GET', name))
    assert.equal([given].flat().join(' '), setting)
  }
})

test('wherever the data is kept, npm run intake finds the same restaurant', async () => {
  await startNugget()
  const env = { ...process.env, REDIS_URL: '', DATA_DIR: dir }
  await promisify(execFile)(process.execPath, ['scripts/intake.ts', 'pause', 'office'], { env })
  assert.equal((await postOrder()).status, 503)
})

test('REDIS_FSYNC=always has each order on disk before it is answered', async () => {
  await startNugget({ REDIS_FSYNC: 'always' })

  const given = await askRedis(`unix:${dir}/redis.sock`, redis => redis.call('CONFIG', 'GET', 'appendfsync'))
  assert.deepEqual(given, ['appendfsync', 'always'])
})

test('after a restore a customer who orders all the time while the doors open gets numbers that nobody holds', async () => {
  const env = { RESTAURANTS_DIR: await officeWith({ numbers: { upTo: 12 } }), TALE: 'off' }
  const before = await startNugget(env)
  await placeOrders(10)
  const backup = join(dir, 'backup')
  await cp(join(dir, 'appendonlydir'), backup, { recursive: true })
  const lost = await placeOrders(5)
  assert.deepEqual(lost, [11, 12, 13, 14, 15])
  await before.end('SIGINT')
  await rm(join(dir, 'appendonlydir'), { recursive: true })
  await cp(backup, join(dir, 'appendonlydir'), { recursive: true })

  const [, words = ''] = /^npm start -- (.+)$/m.exec(await commandsOf('restored')) ?? []
  const after = nugget(env, words.split(' '))
  const customer = comeAgainAndAgain()
  await after.start()
  await until('served', () => customer.numbers.length >= 20)
  await customer.leave()

  assert.equal(customer.numbers[0], 1013)
  assert.equal(new Set(customer.numbers).size, customer.numbers.length)
  assert.ok(customer.numbers.every(number => number >= 1013))
  assert.match(
    after.output,
    /office: the next number is 1013; those up to 12 come round again from \d\d:\d\d on\./,
  )
})

test('a second npm start beside the first says that one runs already', async () => {
  const first = await startNugget()
  const second = await fail({ PORT: `${await freePort()}` })
  assert.match(second, new RegExp(`^Nugget already runs here \\(process ${first.pid}\\).*\n$`))
})

test('a busy port is one clear line', async () => {
  const other = createServer().listen(port)
  await once(other, 'listening')
  assert.match(await fail(), new RegExp(`^PORT: ${port} is in use by another program.*\n$`))
  other.close()
})

for (const [where, redisUrl] of [
  ['before the host', (port: number) => `redis://chef:hush-hush@localhost:${port}/0`],
  ['behind it', (port: number) => `redis://localhost:${port}/0?password=hush-hush`],
] as const) {
  test(`a Redis that does not answer is one clear line, without the password that stands ${where}`, async () => {
    const line = await fail({ REDIS_URL: redisUrl(await freePort()) })
    assert.match(line, /^REDIS_URL: no Redis answers at redis:\/\/localhost:\d+ \(.*ECONNREFUSED.*\)\n$/)
    assert.doesNotMatch(line, /hush/)
  })
}

test('a socket at which no Redis answers is one clear line that names it alone', async () => {
  const line = await fail({ REDIS_URL: `unix:${dir}/none.sock?password=hush-hush` })
  assert.match(line, /^REDIS_URL: no Redis answers at unix:\S+\/none\.sock \(.*ENOENT.*\)\n$/)
  assert.doesNotMatch(line, /hush/)
})

test('a data directory that cannot be made is one clear line', async () => {
  const file = join(dir, 'file')
  await writeFile(file, '')
  for (const DATA_DIR of ['/proc/nugget', '/proc/nugget/data', file, join(file, 'data')]) {
    assert.match(
      await fail({ DATA_DIR }),
      new RegExp(`^DATA_DIR: cannot make the folder ${DATA_DIR} \\(.*\\)\n$`),
    )
  }
})

test('a mistake in a restaurant file is one clear line that names the file and the field', async () => {
  const RESTAURANTS_DIR = await officeWith({ cooks: 'three' })
  assert.match(await fail({ RESTAURANTS_DIR }), /^\S+office\.json: cooks: .*\n$/)
})

test('a setting that makes no sense is one clear line that names it', async () => {
  assert.match(await fail({ KITCHEN_SPEED: 'fast' }), /^KITCHEN_SPEED .*\n$/)
})

test('an argument that means nothing is one clear line, also one that npm keeps to itself', async () => {
  const line = /^Unknown argument: say npm start, or after a restore npm start -- --restored.*\n$/
  for (const words of [['--restore'], ['restored'], ['--restored=yes'], ['--restored', 'office']]) {
    assert.match(await fail({}, ...words), line)
  }
  assert.match(await fail({ npm_config_restored: 'true' }), line)
})

/** The restaurants, with these facts about the office changed. Returns their folder. */
async function officeWith(facts: object): Promise<string> {
  const restaurants = join(dir, 'restaurants')
  await cp('restaurants', restaurants, { recursive: true })
  const file = join(restaurants, 'office.json')
  await writeFile(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...facts }))
  return restaurants
}

function nugget(env: Record<string, string>, words: string[] = []): Part {
  const [name = '', value = ''] = mark.split('=')
  const settings = {
    PORT: `${port}`,
    REDIS_URL: '',
    DATA_DIR: dir,
    RESTAURANTS_DIR: '',
    KITCHEN_SPEED: '',
    [name]: value,
    ...env,
  }
  const part = new Part('npm start', ['scripts/start.ts', ...words], settings, ({ output }) =>
    output.includes('Ctrl-C closes it'),
  )
  started.push(part)
  return part
}

async function startNugget(env: Record<string, string> = {}, args: string[] = []): Promise<Part> {
  const part = nugget(env, args)
  await part.start()
  return part
}

/** Starts what should not come up. Returns what it said on stderr, having ended with exit code 1 and no word else. */
function fail(env: Record<string, string> = {}, ...words: string[]): Promise<string> {
  const settings = {
    ...process.env,
    PORT: `${port}`,
    REDIS_URL: '',
    DATA_DIR: dir,
    RESTAURANTS_DIR: '',
    KITCHEN_SPEED: '',
    ...env,
  }
  return new Promise((resolve, reject) => {
    const options = { env: settings, timeout: 30_000, killSignal: 'SIGKILL' } as const
    execFile(process.execPath, ['scripts/start.ts', ...words], options, (error, stdout, stderr) => {
      if (error?.code === 1 && stdout === '') resolve(stderr)
      else reject(new Error(`exit code ${error?.code ?? 0}: ${stdout}${stderr}`))
    })
  })
}

/** Those still there of all that this test's starters brought into being; Redis wipes its environment, but keeps to its directory. */
function offspring(): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter(pid => /^\d+$/.test(pid) && (readProc(pid, 'environ').includes(mark) || folderOf(pid) === dir))
    .map(pid => ({ pid: Number(pid), command: readProc(pid, 'cmdline').replaceAll('\0', ' ') }))
    .filter(({ command }) => !command.includes('scripts/start.ts'))
}

function folderOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined // it has just ended, or is not ours
  }
}

function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return '' // it has just ended
  }
}

async function placeOrder(): Promise<{ id: string; number: number }> {
  const response = await postOrder()
  assert.equal(response.status, 202)
  return response.json()
}

async function placeOrders(count: number): Promise<number[]> {
  const numbers = []
  for (let n = 0; n < count; n++) numbers.push((await placeOrder()).number)
  return numbers
}

/** A customer who orders without a pause, also where nobody answers yet. */
function comeAgainAndAgain() {
  const numbers: number[] = []
  const away = new AbortController()
  const visit = (async () => {
    while (!away.signal.aborted) {
      const order = await placeOrder().catch(() => setTimeout(10))
      if (order) numbers.push(order.number)
    }
  })()
  return {
    numbers,
    leave() {
      away.abort()
      return visit
    },
  }
}

function postOrder(): Promise<Response> {
  return fetch(at('/api/office/orders'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify({ items: [{ id: 'nuggets-6', quantity: 1 }] }),
  })
}

async function readOrder(id: string): Promise<{ status: string; stage: string | null; number: number }> {
  const response = await fetch(at(`/api/office/orders/${id}`))
  return response.json()
}

function at(path: string): string {
  return `http://localhost:${port}${path}`
}
