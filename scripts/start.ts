import { once } from 'node:events'
import { watch } from 'node:fs'
import { parseArgs, styleText } from 'node:util'
import { environment } from '#orders/environment.ts'
import { cannotWriteItsLog } from '#orders/readiness.ts'
import { hangUp } from '#orders/redis.ts'
import { allRestaurants } from '#orders/restaurants.ts'
import { askRedis } from './ask-redis.ts'
import { buildIfNeeded, NEXT } from './build.ts'
import { startRedis } from './embedded-redis.ts'
import { endWhenSilent } from './end-when-silent.ts'
import { writeExcerpts } from './excerpts.ts'
import { hearRedis } from './hear-redis.ts'
import { type Kept, keepRunning, type Running } from './keep-running.ts'
import { listScreens } from './list-screens.ts'
import { restored } from './restored.ts'
import { runNode } from './run-process.ts'
import { stopSignals } from './stop-signals.ts'
import { untilPortIsFree } from './until-port-is-free.ts'
import { untilReady } from './until-ready.ts'
import { webDeadlineMs } from './web-deadline.ts'

const KITCHEN = 'workers/kitchen.ts'
const RUSH = 'workers/rush.ts'
const WORKER_SOURCES = ['workers', 'orders', 'rush']
const CHANGES_SETTLE_MS = 100
const SILENT_MS = '30000'

const { stop, hurry } = stopSignals()

await main().catch((error: Error) => {
  if (stop.aborted) return
  console.error(error.message)
  process.exitCode = 1
})

/**
 * `npm start`, and `npm run dev` with `--dev`: Redis, the web server, a kitchen and the tale's customers, until Ctrl-C. Redis starts first
 * and stops last, so that nobody is left holding an order that cannot be written down. With `--restored` no number that somebody may hold
 * from before the restore is given, not even to the kiosk that waits for the door to open. What shows no life for `--silent-ms` is killed and
 * started again, but for what may stand at a breakpoint in development.
 */
async function main(): Promise<void> {
  const asked = whatWasAsked()
  const { port, redisUrl, redisIsEmbedded, dataDir, redisFsync, tale } = environment()
  allRestaurants() // throws here, as one line, what would fail the web server and the kitchen later

  const silentMs = Number(asked['silent-ms'])
  const open = async () => {
    if (asked.restored) await afterRestore()
    await serve({ port, redisUrl, tale, dev: asked.dev, silentMs })
  }
  if (redisIsEmbedded) {
    const start = () => startLivelyRedis({ dir: dataDir, fsync: redisFsync, silentMs })
    const kept = keepRunning('Redis', await start(), start)
    await open().finally(kept.stop)
  } else {
    await askRedis(redisUrl, redis => redis.ping()).catch(explainUnreachable(redisUrl))
    await open()
  }
}

async function startLivelyRedis(house: Required<Parameters<typeof startRedis>[0]>): Promise<Running> {
  const { silentMs } = house
  const redis = await startRedis(house)
  const socket = redis.url.slice('unix:'.length)
  const ask = (heard: () => void) => void hearRedis(socket, silentMs).then(answers => answers && heard())
  return endWhenSilent('Redis', redis, { silentMs, ask })
}

/** Throws one line where there is a word that means nothing, or one that npm took for its own and kept to itself. */
function whatWasAsked() {
  const complaint = 'Unknown argument: say npm start, or after a restore npm start -- --restored'
  if (process.env.npm_config_restored) throw new Error(`${complaint} (npm keeps what stands before the --)`)
  try {
    const { values } = parseArgs({
      options: {
        dev: { type: 'boolean', default: false },
        restored: { type: 'boolean', default: false },
        'silent-ms': { type: 'string', default: SILENT_MS },
      },
    })
    return values
  } catch (cause) {
    throw new Error(complaint, { cause })
  }
}

async function afterRestore(): Promise<void> {
  console.log(await restored().finally(hangUp))
}

type House = { port: number; redisUrl: string; tale: boolean; dev: boolean; silentMs: number }

/** Runs the web server and a kitchen until Ctrl-C. Throws one line when they do not come up. */
async function serve({ port, redisUrl, tale, dev, silentMs }: House): Promise<void> {
  await untilPortIsFree(port, stop)
  if (dev) writeExcerpts()
  else await buildIfNeeded(stop)

  let everydayWords = dev
  const drainSeconds = process.env.DRAIN_SECONDS || '0'
  const run = (name: string, args: string[], stoppingDeadlineMs?: number) =>
    runNode(args, {
      stoppingDeadlineMs,
      env: {
        PORT: `${port}`,
        REDIS_URL: redisUrl,
        DRAIN_SECONDS: drainSeconds,
        NODE_ENV: dev ? 'development' : 'production',
        NEXT_TELEMETRY_DISABLED: '1',
      },
      onLine: line => everydayWords && console.log(styleText('dim', name.padEnd(8)), line),
      onErrorLine: line => console.error(styleText('dim', name.padEnd(8), { stream: process.stderr }), line),
    })
  const lively = (name: string, child: ReturnType<typeof run>, ask?: (heard: () => void) => void) =>
    dev ? child : endWhenSilent(name, child, { silentMs, ask })
  const askWeb = (heard: () => void) => void askWhetherLive(port, silentMs).then(heard, () => {})
  const startWeb = () => {
    const words = [NEXT, dev ? 'dev' : 'start', '--port', `${port}`]
    return lively('The web server', run('web', words, webDeadlineMs(Number(drainSeconds))), askWeb)
  }
  const startKitchen = () => lively('The kitchen', run('kitchen', [KITCHEN]))
  const startRush = () => lively('The rush', run('rush', [RUSH]))

  const web = startWeb()
  const kitchen = startKitchen()
  const rush = tale ? startRush() : undefined
  let open: Pick<Running, 'stop' | 'kill'>[] = [web, kitchen, ...(rush ? [rush] : [])]
  hurry.addEventListener('abort', () => open.map(process => process.kill()))
  try {
    await Promise.race([
      untilReady(port, stop),
      web.ended.then(tooEarly('The web server')),
      kitchen.ended.then(tooEarly('The kitchen')),
    ])
    const keptWeb = keepRunning('The web server', web, startWeb)
    const keptKitchen = keepRunning('The kitchen', kitchen, startKitchen)
    const keptRush = rush && keepRunning('The rush', rush, startRush)
    const keptWorkers = keptRush ? [keptKitchen, keptRush] : [keptKitchen]
    open = [keptWeb, ...keptWorkers]
    everydayWords = true
    if (dev) restartOnChange(keptWorkers)

    console.log(listScreens(port))
    await once(stop, 'abort')
    console.log(await closingWords(redisUrl))
  } finally {
    await Promise.all(open.map(process => process.stop()))
  }
}

/** What Redis answered and could not write since, it forgets with its end. */
async function closingWords(redisUrl: string): Promise<string> {
  const info = await askRedis(redisUrl, redis => redis.info('persistence')).catch(() => '')
  if (!cannotWriteItsLog(info)) return 'Closing. Orders are kept.'
  return 'Closing. Redis cannot write its log: if it ends before there is room on its disk, the last orders are lost, and the next start is npm start -- --restored'
}

/** Any answer is one: a server that refuses is not stuck. */
async function askWhetherLive(port: number, withinMs: number): Promise<void> {
  const signal = AbortSignal.timeout(withinMs)
  const response = await fetch(`http://localhost:${port}/api/health/live`, { signal })
  await response.arrayBuffer()
}

function tooEarly(name: string): (how: string) => never {
  return how => {
    throw new Error(`${name} ended while starting (${how})`)
  }
}

/** The web server sees to itself in development. */
function restartOnChange(workers: Kept[]): void {
  let timer: NodeJS.Timeout | undefined
  for (const folder of WORKER_SOURCES) {
    watch(folder, { recursive: true, signal: stop }, () => {
      clearTimeout(timer)
      timer = setTimeout(() => workers.map(worker => worker.restart()), CHANGES_SETTLE_MS)
    })
  }
}

function explainUnreachable(redisUrl: string): (error: Error) => never {
  return error => {
    const why = (error.message || error.name).replaceAll(new URL(redisUrl).search, '')
    throw new Error(`REDIS_URL: no Redis answers at ${addressOf(redisUrl)} (${why})`, { cause: error })
  }
}

/** Where it is, and nothing else: a password may stand before the host as well as behind it. */
function addressOf(redisUrl: string): string {
  const { protocol, host, pathname } = new URL(redisUrl)
  return protocol === 'unix:' ? `unix:${pathname}` : `${protocol}//${host}`
}
