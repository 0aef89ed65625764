import { Redis, type RedisOptions } from 'ioredis'
import { environment } from './environment.ts'
import { madeInThisProcess, onePerProcess } from './one-per-process.ts'
import { RedisAway } from './refusals.ts'

const COMMAND_TIMEOUT_MS = 1500
const CONNECT_TIMEOUT_MS = 1000
/** Walls are right again three seconds after Redis is back, and this is part of it. */
const LONGEST_RETRY_PAUSE_MS = 250
/** A connection that a router on the way forgot answers nothing and is never closed; after so long another is dialled. */
const REDIAL_AFTER_SILENCE_MS = 5000
/** What is read on the same connection is cut off by it, and a board is still to be had from a replica. */
const REDIAL_DEMOTED_AT_MOST_EVERY_MS = 1000
const ERROR_LOG_PAUSE_MS = 10_000

const retryStrategy = (attempt: number) => Math.min(attempt * 50, LONGEST_RETRY_PAUSE_MS)

/**
 * A connection that fails fast. Every option matters: without them a command given while Redis is away hangs,
 * and runs later as a ghost order that nobody waits for.
 */
const FAIL_FAST: RedisOptions = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  autoResendUnfulfilledCommands: false,
  connectTimeout: CONNECT_TIMEOUT_MS,
  socketTimeout: REDIAL_AFTER_SILENCE_MS,
  maxLoadingRetryTime: LONGEST_RETRY_PAUSE_MS,
  retryStrategy,
}

/** A kitchen's connection waits for Redis as long as it takes, and BullMQ demands it so. */
const PATIENT: RedisOptions = {
  maxRetriesPerRequest: null,
  connectTimeout: CONNECT_TIMEOUT_MS,
  maxLoadingRetryTime: LONGEST_RETRY_PAUSE_MS,
  reconnectOnError: isDemoted,
  retryStrategy,
}

/** Its commands fail after `commandTimeoutMs`; without it whoever gives them sees to that. */
export function openFailFast(name: string, commandTimeoutMs?: number): Redis {
  const reconnectOnError = atMostEvery(REDIAL_DEMOTED_AT_MOST_EVERY_MS, isDemoted)
  return open(name, {
    ...FAIL_FAST,
    ...(commandTimeoutMs && { commandTimeout: commandTimeoutMs }),
    reconnectOnError,
  })
}

export function openPatient(name: string): Redis {
  return open(name, PATIENT)
}

/**
 * Runs `command` on the process's one fail-fast connection. Throws `RedisAway` within two seconds, or the `withinMs` that it may
 * take, when there is no answer; whether the command ran is then unknown.
 */
export async function withRedis<T>(
  command: (redis: Redis) => Promise<T>,
  withinMs = COMMAND_TIMEOUT_MS,
): Promise<T> {
  const redis = onePerProcess('redis', () => openFailFast('nugget-web'))
  try {
    if (redis.status !== 'ready') await untilReady(redis)
    return await inTime(command(redis), withinMs)
  } catch (error) {
    if (isRefusalOfThisCommand(error)) throw withoutItsCommand(error)
    throw new RedisAway(whyAway(error), { cause: error })
  }
}

/**
 * `answer`, or a rejection after `ms`. A busy process's clocks ring late, before it looks at what has come in: so it looks
 * once more, and what was answered in time is not called late because we stood still. (The clocks of ioredis do not look.)
 */
export async function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>()
  const giveUp = () => late.reject(new Error(`no answer within ${Math.round(ms)} ms`))
  const timer = setTimeout(() => setImmediate(giveUp), ms)
  try {
    return await Promise.race([answer, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

/** Closes the process's connection, where there is one, so that a command or a test can end. The next `withRedis` dials again. */
export function hangUp(): void {
  madeInThisProcess<Redis>('redis')?.disconnect()
}

const connecting = new WeakMap<Redis, Promise<void>>()

/** Resolves when connected. Throws when that takes longer than one attempt: then Redis is away. */
export function untilReady(redis: Redis): Promise<void> {
  const waiting = connecting.get(redis) ?? nextReady(redis).finally(() => connecting.delete(redis))
  connecting.set(redis, waiting)
  return waiting
}

async function nextReady(redis: Redis): Promise<void> {
  if (redis.status === 'reconnecting' || redis.status === 'end')
    throw new RedisAway('Redis cannot be reached')

  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const giveUp = () => reject(new RedisAway('Redis cannot be reached'))
  redis.once('ready', resolve)
  redis.once('close', giveUp)
  try {
    await inTime(promise, CONNECT_TIMEOUT_MS)
  } catch (error) {
    throw new RedisAway('Redis cannot be reached', { cause: error })
  } finally {
    redis.off('ready', resolve)
    redis.off('close', giveUp)
  }
}

function open(name: string, options: RedisOptions): Redis {
  const { redisUrl } = environment()
  const socket = redisUrl.startsWith('unix:') ? redisUrl.slice('unix:'.length) : undefined
  const redis = socket
    ? new Redis({ ...options, path: socket, connectionName: name })
    : new Redis(redisUrl, { ...options, connectionName: name })
  redis.on('error', logNowAndThen(name))
  return redis
}

/**
 * A server that is away emits an error for each attempt: one line in ten seconds says as much as thousands.
 * BullMQ names jobs by their id, which opens a customer's ticket, so it is left out.
 */
export function logNowAndThen(source: string): (error: Error) => void {
  let quietUntil = 0
  return error => {
    if (Date.now() < quietUntil) return
    quietUntil = Date.now() + ERROR_LOG_PAUSE_MS
    console.error(`${source}: ${(error.message || error.name).replace(/[0-9a-f]{32}/g, '…')}`)
  }
}

/**
 * It was the primary once, and hangs up on nobody when another takes its place: who dials its address anew reaches that one.
 */
function isDemoted({ message }: Error): boolean {
  return /\b(READONLY|MASTERDOWN)\b/.test(message)
}

function atMostEvery<Asked>(pauseMs: number, holds: (asked: Asked) => boolean): (asked: Asked) => boolean {
  let notBefore = 0
  return asked => {
    if (Date.now() < notBefore || !holds(asked)) return false
    notBefore = Date.now() + pauseMs
    return true
  }
}

/** In words for whoever looks after it: commands print them. */
function whyAway(error: unknown): string {
  if (!isReply(error)) return 'Redis does not answer'
  if (/\bOOM\b/.test(error.message)) return 'Redis is full and takes nothing new'
  if (/\bMISCONF\b/.test(error.message)) return 'Redis cannot write to its disk and takes nothing new'
  if (/\bNOREPLICAS\b/.test(error.message)) return 'Redis misses its replicas and takes nothing new'
  if (/^(NOAUTH|WRONGPASS|NOPERM)\b/.test(error.message))
    return 'Redis refuses the name or password in REDIS_URL'
  if (isDemoted(error)) return 'Redis is a replica and takes nothing new'
  return 'Redis does not answer'
}

/** What Redis says of its own state: full, loading, another password … Before version 7 the word stands somewhere in what it says of a script. */
const ITS_OWN_STATE =
  /\b(OOM|MISCONF|NOREPLICAS|READONLY|MASTERDOWN|LOADING|BUSY|CLUSTERDOWN|TRYAGAIN|NOAUTH|WRONGPASS|NOPERM)\b|^ERR max\b/

/** Redis answered, and what it said is about our command. */
function isRefusalOfThisCommand(error: unknown): error is Error {
  return isReply(error) && !ITS_OWN_STATE.test(error.message)
}

function isReply(error: unknown): error is Error {
  return error instanceof Error && error.name === 'ReplyError'
}

/** What nobody foresaw is logged as it is, and a command holds keys, ids and secrets that belong in no log. */
function withoutItsCommand({ message }: Error): Error {
  return new Error(`Redis refused a command: ${message}`)
}
