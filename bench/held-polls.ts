import { Agent, get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { NEXT } from '#scripts/build.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { some } from '#tests/support/kitchen-table.ts'
import { Part } from '#tests/support/part.ts'
import { freePort, type Nugget } from '#tests/support/start-nugget.ts'
import { until } from '#tests/support/until.ts'
import { median } from './rate.ts'

const ROUNDS = 5
/** A request that was sent is not yet held: the server reads a thousand of them first. */
const SETTLE_MS = 2000
const COUNT_SECONDS = 5

/** Milliseconds from the moment an order is placed until the last of `walls` held polls has its answer. */
export async function measureHeldPolls({ url }: Nugget, walls: number): Promise<number> {
  return await medianOfRounds(walls, async agent => {
    const tag = (await call(url, '/api/bench/board')).headers.get('etag') ?? ''
    const headers = { 'If-None-Match': tag, Prefer: 'wait=20' }
    return {
      held: Array.from({ length: walls }, () => hold(`${url}/api/bench/board`, agent, headers)),
      release: () => postOrder(url, { restaurant: 'bench', body: some('water') }),
    }
  })
}

/** The same of the least that Next.js can do: requests that a bare handler holds, and another lets go at once. */
export async function measureBareHold(walls: number): Promise<number> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const bare = new Part('bare', [NEXT, 'start', 'bench/bare', '--port', String(port)], {}, async () => {
    const response = await fetch(`${url}/release`, { method: 'POST' })
    return response.ok
  })
  await bare.start()
  try {
    return await medianOfRounds(walls, async agent => ({
      held: Array.from({ length: walls }, () => hold(`${url}/hold`, agent, {})),
      release: () => fetch(`${url}/release`, { method: 'POST' }),
    }))
  } finally {
    await bare.end()
  }
}

async function medianOfRounds(
  walls: number,
  begin: (agent: Agent) => Promise<{ held: ReturnType<typeof hold>[]; release: () => Promise<unknown> }>,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: walls })
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const { held, release } = await begin(agent)
    await Promise.all(held.map(poll => poll.sent))
    await pause(SETTLE_MS)
    const startedAt = performance.now()
    await release()
    const statuses = await Promise.all(held.map(poll => poll.status))
    times.push(performance.now() - startedAt)
    if (statuses.some(status => status !== 200)) throw new Error('a held request was not answered with news')
  }
  agent.destroy()
  return median(times)
}

/** Commands a second that Redis runs while so many walls poll a quiet board. */
export async function measureRedisCommands({ url, redisUrl }: Nugget, walls: number): Promise<number> {
  const redis = new Redis({ path: redisUrl.slice('unix:'.length) })
  const agent = new Agent({ keepAlive: true, maxSockets: walls })
  const tag = (await call(url, '/api/bench/board')).headers.get('etag') ?? ''
  let polling = true
  const loops = Array.from({ length: walls }, async () => {
    while (polling) {
      await hold(`${url}/api/bench/board`, agent, { 'If-None-Match': tag, Prefer: 'wait=1' }).status
    }
  })

  await until('settled', async () => (await call(url, '/api/health/live')).status === 200)
  const before = await commands(redis)
  await pause(COUNT_SECONDS * 1000)
  const after = await commands(redis)
  polling = false
  await Promise.all(loops)
  agent.destroy()
  redis.disconnect()
  return (after - before) / COUNT_SECONDS
}

function hold(url: string, agent: Agent, headers: Record<string, string>) {
  const status = Promise.withResolvers<number | undefined>()
  const sent = Promise.withResolvers<void>()
  get(url, { agent, headers }, response => {
    response.resume().on('end', () => status.resolve(response.statusCode))
  })
    .on('finish', sent.resolve)
    .on('error', status.reject)
  return { sent: sent.promise, status: status.promise }
}

async function commands(redis: Redis): Promise<number> {
  return Number(/total_commands_processed:(\d+)/.exec(await redis.info('stats'))?.[1])
}
