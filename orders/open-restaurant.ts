import { environment } from './environment.ts'
import { dialForRates } from './rates.ts'
import { logNowAndThen, withRedis } from './redis.ts'
import { allRestaurants } from './restaurants.ts'
import { shuttingDown } from './shutdown.ts'

/** Held polls are answered at once and requests end soon; who is not gone by then is left behind. */
const CLOSE_WITHIN_MS = 9_000

/** Opens this web process for customers: settings and files are checked, Redis is dialled, and the end is prepared. */
export async function openRestaurant(): Promise<void> {
  try {
    environment()
    allRestaurants()
  } catch (error) {
    console.error(`nugget: ${error instanceof Error ? error.message : error}`)
    process.exit(1)
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, close)
  // Whoever started us was killed: Next.js stops listening at a signal, not at this.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  await Promise.all([withRedis(redis => redis.ping()), dialForRates()]).catch(logNowAndThen('nugget'))
}

/** Next.js stops listening at the same signal by itself, and waits for held requests: they are let go here. */
function close(): void {
  shuttingDown.start()
  setTimeout(() => process.exit(0), CLOSE_WITHIN_MS).unref()
}
