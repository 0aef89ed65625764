import { Agent, get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { call, postOrder } from '#tests/support/call-api.ts'
import { some } from '#tests/support/kitchen-table.ts'
import type { Nugget } from '#tests/support/start-nugget.ts'
import { until } from '#tests/support/until.ts'
import { median } from './rate.ts'

const ROUNDS = 5
const COUNT_SECONDS = 5

/** Milliseconds from the moment an order is placed until the last of `walls` held polls has its answer. */
export async function measureHeldPolls({ url }: Nugget, walls: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: walls })
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const tag = (await call(url, '/api/bench/board')).headers.get('etag') ?? ''
    const held = Array.from({ length: walls }, () => hold(url, agent, tag, 20))
    await Promise.all(held.map(poll => poll.sent))
    await call(url, '/api/health/live')
    const startedAt = performance.now()
    await postOrder(url, { restaurant: 'bench', body: some('water') })
    const statuses = await Promise.all(held.map(poll => poll.status))
    times.push(performance.now() - startedAt)
    if (statuses.some(status => status !== 200))
      throw new Error('a held poll was not answered with the new board')
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
    while (polling) await hold(url, agent, tag, 1).status
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

function hold(url: string, agent: Agent, tag: string, seconds: number) {
  const status = Promise.withResolvers<number | undefined>()
  const sent = Promise.withResolvers<void>()
  const headers = { 'If-None-Match': tag, Prefer: `wait=${seconds}` }
  get(`${url}/api/bench/board`, { agent, headers }, response => {
    response.resume().on('end', () => status.resolve(response.statusCode))
  })
    .on('finish', sent.resolve)
    .on('error', status.reject)
  return { sent: sent.promise, status: status.promise }
}

async function commands(redis: Redis): Promise<number> {
  return Number(/total_commands_processed:(\d+)/.exec(await redis.info('stats'))?.[1])
}
