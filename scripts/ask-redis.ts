import { Redis, type RedisOptions } from 'ioredis'

const PATIENCE_MS = 3_000

/**
 * Asks a Redis one question over a connection of its own. Throws what went wrong, within a few seconds, where there is
 * no answer.
 *
 * @param url `unix:path`, `redis://…` or `rediss://…`
 */
export async function askRedis<Answer>(
  url: string,
  question: (redis: Redis) => Promise<Answer>,
): Promise<Answer> {
  const options: RedisOptions = {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    enableReadyCheck: false,
    retryStrategy: () => null,
    disconnectTimeout: 0, // ioredis would wait for that long, in vain, when the connection is closed already
  }
  const redis = url.startsWith('unix:')
    ? new Redis({ ...options, path: url.slice('unix:'.length) })
    : new Redis(url, options)

  // What ioredis rejects with says only that the connection is closed; why, its error event says.
  let reason: Error | undefined
  redis.on('error', (error: Error) => {
    reason = error
  })
  try {
    await redis.connect()
    return await question(redis)
  } catch (error) {
    throw reason ?? error
  } finally {
    redis.disconnect()
  }
}
