import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { Menu } from '#orders/restaurant.ts'
import { askRedis } from '#scripts/ask-redis.ts'
import { NEXT } from '#scripts/build.ts'
import { startRedis } from '#scripts/embedded-redis.ts'
import { runNode } from '#scripts/run-process.ts'
import { freePort } from '#tests/support/start-nugget.ts'
import { until } from '#tests/support/until.ts'
import type { Recorder } from './history.ts'
import { FACTS, KITCHEN_SPEED, LONG_DISH, SLUG } from './restaurant.ts'
import { Supervised } from './supervised.ts'
import { Wire } from './wire.ts'

const SERVES_WITHIN_MS = 60_000
const LOOK_AGAIN_MS = 10

type Pair<T> = [T, T]

/** A web process, where its customers reach it, and the wires that lead to it. */
type Web = { part: Supervised; name: string; url: string; toCustomers: Wire; toRedis: Wire }
type Kitchen = { part: Supervised; name: string; toRedis: Wire }

/**
 * The whole of Nugget as it is deployed, from the production build and with each part started again when it ends: an embedded
 * Redis, two web processes, two kitchens; and wires between them.
 */
export class System {
  readonly webs: Pair<Web>
  readonly kitchens: Pair<Kitchen>
  readonly redis: Supervised
  readonly #dir: string
  readonly #socket: string

  constructor(dir: string, socket: string, redis: Supervised, webs: Pair<Web>, kitchens: Pair<Kitchen>) {
    this.#dir = dir
    this.#socket = socket
    this.redis = redis
    this.webs = webs
    this.kitchens = kitchens
  }

  get wires(): [Wire, ...Wire[]] {
    const [first, second] = this.webs
    return [
      first.toCustomers,
      second.toCustomers,
      ...[...this.webs, ...this.kitchens].map(({ toRedis }) => toRedis),
    ]
  }

  /** Redis first, as `npm start` does, and then all at once. Returns when Redis was there. */
  async start(): Promise<number> {
    await this.redis.up()
    const at = Date.now()
    await Promise.all([...this.webs, ...this.kitchens].map(({ part }) => part.up()))
    return at
  }

  /** Whether Redis is there or not. */
  async untilLive({ name, url }: Web): Promise<void> {
    const isLive = async () =>
      (await fetch(`${url}/api/health/live`, { signal: AbortSignal.timeout(1000) })).ok
    await until(`${name} serves`, isLive, SERVES_WITHIN_MS)
  }

  /** Resolves once Redis answers, with when that was. */
  async untilRedisAnswers(): Promise<number> {
    while (!(await askRedis(`unix:${this.#socket}`, redis => redis.ping()).catch(() => false)))
      await pause(LOOK_AGAIN_MS)
    return Date.now()
  }

  /** Straight to Redis, by no wire. It waits as long as it takes; what it asks can be asked twice. */
  dial(): Redis {
    const redis = new Redis({ path: this.#socket, maxRetriesPerRequest: null, retryStrategy: () => 50 })
    redis.on('error', () => {}) // that Redis goes away is the point of the run
    return redis
  }

  /** Nobody stays frozen, however this process ends: who is cannot see it go, nor be told to stop. */
  readonly thaw = (): void => {
    for (const part of [this.redis, ...[...this.webs, ...this.kitchens].map(({ part }) => part)]) {
      if (part.pid) part.signal('SIGCONT')
    }
  }

  heal(): void {
    for (const wire of this.wires) wire.heal()
  }

  async close(): Promise<void> {
    await Promise.all([...this.webs, ...this.kitchens].map(({ part }) => part.fall()))
    await this.redis.fall()
    for (const wire of this.wires) wire.close()
    await rm(this.#dir, { recursive: true, force: true })
  }
}

/** Lays everything out; nothing runs yet. */
export async function buildSystem(recorder: Recorder): Promise<System> {
  const dir = await mkdtemp(join(tmpdir(), 'nugget-chaos-'))
  const redisDir = join(dir, 'redis')
  const socket = join(redisDir, 'redis.sock')
  const env = {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    RESTAURANTS_DIR: await writeRestaurants(dir),
    KITCHEN_SPEED: `${KITCHEN_SPEED}`,
    // Each customer has an address of their own, as behind a proxy that tells it.
    TRUST_PROXY: 'yes',
  }

  /** Its own way to Redis, and a program that is started with it. */
  async function wired(name: string, args: string[]) {
    const toRedis = new Wire(`the wire between Redis and ${name}`, { path: socket })
    const path = join(dir, `${name.replace(' ', '-')}.sock`)
    await toRedis.listen({ path })

    const heard = (words: string) => recorder.note({ what: 'said', at: Date.now(), by: name, words })
    const options = { env: { ...env, REDIS_URL: `unix:${path}` }, onLine: heard, onErrorLine: heard }
    return { name, toRedis, part: new Supervised(name, async () => runNode(args, options)) }
  }

  async function web(name: string): Promise<Web> {
    const [port, doorPort] = [await freePort(), await freePort()]
    const toCustomers = new Wire(`the wire between customers and ${name}`, { host: '127.0.0.1', port })
    await toCustomers.listen({ host: '127.0.0.1', port: doorPort })
    const url = `http://127.0.0.1:${doorPort}`
    return { ...(await wired(name, [NEXT, 'start', '--port', `${port}`])), url, toCustomers }
  }

  const kitchen = (name: string): Promise<Kitchen> => wired(name, ['workers/kitchen.ts', SLUG])

  return new System(
    dir,
    socket,
    new Supervised('Redis', () => startRedis({ dir: redisDir })),
    [await web('web 1'), await web('web 2')],
    [await kitchen('kitchen 1'), await kitchen('kitchen 2')],
  )
}

/** The real restaurant and its real menu, but for `FACTS` and `LONG_DISH`. */
async function writeRestaurants(dir: string): Promise<string> {
  const restaurants = join(dir, 'restaurants')
  await mkdir(restaurants)
  const office: unknown = JSON.parse(await readFile(`restaurants/${SLUG}.json`, 'utf8'))
  const menu = Menu.parse(JSON.parse(await readFile('restaurants/menu.json', 'utf8')))
  await writeFile(join(restaurants, 'menu.json'), JSON.stringify([...menu, LONG_DISH]))
  await writeFile(join(restaurants, `${SLUG}.json`), JSON.stringify(Object.assign({}, office, FACTS)))
  return restaurants
}
