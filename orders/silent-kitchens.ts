import type { Redis } from 'ioredis'
import { z } from 'zod'
import { LIVING_COOKS } from './living-cooks.ts'
import type { Restaurant } from './restaurant.ts'
import { run, script } from './script.ts'

/** By the same rule and in the same step as the board says that a kitchen has stopped; who left with a goodbye left no last sign. */
const READ = script(
  LIVING_COOKS,
  `
local last = call('ZREVRANGE', restaurant .. ':kitchens', 0, 0, 'WITHSCORES')[2]
local preparing = call('LLEN', queue .. 'active') + call('LLEN', queue .. 'wait') + call('ZCARD', queue .. 'delayed')
return { now, livingCooks(), last and tonumber(last) or 0, preparing }
`,
)

const Reply = z.tuple([z.number(), z.number(), z.number(), z.number()])

/** That nobody cooks in this restaurant, in words; undefined when somebody does. */
export async function warnOfSilence(redis: Redis, restaurant: Restaurant): Promise<string | undefined> {
  const [now, cooks, lastSign, preparing] = Reply.parse(await run(redis, READ, restaurant))
  if (cooks > 0) return undefined

  const silence =
    lastSign > 0
      ? `silent since ${new Date(lastSign).toISOString()}, for ${Math.round((now - lastSign) / 1000)} s`
      : 'none has opened, or the last one was closed'
  return `${restaurant.slug}: no kitchen cooks there (${silence}); orders that wait: ${preparing}.`
}
