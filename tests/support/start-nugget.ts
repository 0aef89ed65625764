import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedRedis, startRedis } from '#scripts/embedded-redis.ts'
import { Part } from './part.ts'

const STOP_WITHIN_MS = 15_000

export type Nugget = {
  /** Of the first web process. */
  url: string
  urls: string[]
  webs: Part[]
  kitchens: Part[]
  redisUrl: string
  redis: () => EmbeddedRedis
  /** Starts a Redis again that was killed, on the same data. */
  restartRedis: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * The whole system as it is deployed, from the production build in `.next`: a Redis of its own,
 * web processes and kitchens, no load balancer before them. `env` goes to each of them.
 */
export async function startNugget({
  webs = 1,
  kitchens = 1,
  env = {},
}: {
  webs?: number
  kitchens?: number
  env?: Record<string, string>
} = {}): Promise<Nugget> {
  const dir = await mkdtemp(join(tmpdir(), 'nugget-'))
  let redis = await startRedis({ dir })
  const shared = { REDIS_URL: redis.url, KITCHEN_SPEED: '20', DRAIN_SECONDS: '0', ...env }

  const ports = await Promise.all(Array.from({ length: webs }, freePort))
  const parts = {
    webs: ports.map(port => webPart(port, shared)),
    kitchens: Array.from({ length: kitchens }, (_, index) => kitchenPart(index, shared)),
  }
  await Promise.all([...parts.webs, ...parts.kitchens].map(part => part.start()))

  const urls = ports.map(port => `http://127.0.0.1:${port}`)
  return {
    ...parts,
    url: urls[0] ?? '',
    urls,
    redisUrl: redis.url,
    redis: () => redis,
    async restartRedis() {
      redis = await startRedis({ dir })
    },
    async stop() {
      await Promise.all([...parts.webs, ...parts.kitchens].map(endSoon))
      await redis.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

export function webPart(port: number, env: Record<string, string>): Part {
  const next = ['node_modules/next/dist/bin/next', 'start', '--port', String(port)]
  return new Part(`web ${port}`, next, env, async () => {
    const response = await fetch(`http://127.0.0.1:${port}/api/health/live`, {
      signal: AbortSignal.timeout(1000),
    })
    return response.ok
  })
}

export function kitchenPart(index: number, env: Record<string, string>): Part {
  return new Part(`kitchen ${index}`, ['workers/kitchen.ts'], env, ({ output }) =>
    output.includes('cooking for'),
  )
}

async function endSoon(part: Part): Promise<void> {
  const tooLong = setTimeout(() => part.end('SIGKILL'), STOP_WITHIN_MS)
  await part.end()
  clearTimeout(tooLong)
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}
