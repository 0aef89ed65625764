import { existsSync } from 'node:fs'
import { z } from 'zod'

function wholeNumber(least: number, most: number) {
  const words = `must be a whole number from ${least} to ${most}`
  return z.coerce.number(words).int(words).min(least, words).max(most, words)
}

const Environment = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  REDIS_URL: z
    .string()
    .regex(
      /^(redis|rediss):\/\/.+|^unix:.+/,
      'must look like redis://host:6379, rediss://… or unix:/path/redis.sock',
    )
    .refine(isAddress, 'must be an address; in a password write / as %2F, ? as %3F, # as %23, % as %25')
    .optional(),
  DATA_DIR: z.string().default('.data/redis'),
  REDIS_FSYNC: z.enum(['everysec', 'always'], 'must be everysec or always').default('everysec'),
  RESTAURANTS_DIR: z.string().default('restaurants'),
  KITCHEN_SPEED: z.coerce
    .number('must be a number')
    .min(0.01, 'must be at least 0.01')
    .max(10_000, 'must be at most 10000')
    .default(1),
  ORDERS_PER_MINUTE: wholeNumber(0, 1_000_000).default(3000),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be the http(s) address under which phones reach this server' })
    .transform(url => url.replace(/\/$/, ''))
    .optional(),
  WEB_URL: z
    .url({ protocol: /^https?$/, error: 'must be the http(s) address of the web server' })
    .transform(url => url.replace(/\/$/, ''))
    .optional(),
  DRAIN_SECONDS: wholeNumber(0, 60).default(3),
  TRUST_PROXY: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  TALE: z.enum(['on', 'off'], 'must be on or off').default('on'),
})

/** The password is read without its escapes, so each must be one. */
function isAddress(url: string): boolean {
  try {
    decodeURIComponent(url)
    return URL.canParse(url)
  } catch {
    return false
  }
}

let settings: ReturnType<typeof readEnvironment> | undefined

/** The settings, read once from `process.env` and from `.env`, which the former goes before. Throws one line that names the variable and what to do. */
export function environment() {
  if (!settings) {
    if (existsSync('.env')) process.loadEnvFile('.env')
    settings = readEnvironment(process.env)
  }
  return settings
}

/** The same of any variables. One that is empty counts as not set. */
export function readEnvironment(variables: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) throw new Error(parsed.error.issues.map(issue => explain(issue, given)).join('; '))

  const { data } = parsed
  return {
    port: data.PORT,
    redisUrl: data.REDIS_URL ?? `unix:${data.DATA_DIR}/redis.sock`,
    /** No Redis of one's own was named: `npm start` brings one, which keeps its data in `dataDir`. */
    redisIsEmbedded: data.REDIS_URL === undefined,
    dataDir: data.DATA_DIR,
    /** When the embedded Redis has what it was told on disk: a second later at most, or before it answers. */
    redisFsync: data.REDIS_FSYNC,
    restaurantsDir: data.RESTAURANTS_DIR,
    kitchenSpeed: data.KITCHEN_SPEED,
    /** From one address; 0 is no limit. */
    ordersPerMinute: data.ORDERS_PER_MINUTE,
    /** A web process that is told to stop goes on serving for so long, so that load balancers see that it is not ready. */
    drainSeconds: data.DRAIN_SECONDS,
    publicUrl: data.PUBLIC_URL,
    /** Where the customers of a rush find the web server. */
    webUrl: data.WEB_URL ?? `http://127.0.0.1:${data.PORT}`,
    /** Believe `X-Forwarded-For`: only behind a proxy that sets it. */
    trustProxy: data.TRUST_PROXY === 'yes',
    /** The tale, with its two restaurants and the rushes that load them. */
    tale: data.TALE === 'on',
  }
}

function explain({ path, message }: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = path.join('.')
  const isSecret = name === 'REDIS_URL'
  return isSecret ? `${name} ${message}` : `${name} ${message} (it is ${JSON.stringify(given[name])})`
}
