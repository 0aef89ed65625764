import { z } from 'zod'
import { BOOK } from './book.ts'
import { withRedis } from './redis.ts'
import type { Restaurant } from './restaurant.ts'
import { run, script } from './script.ts'
import { NUMBER_HELD_MS } from './take-number.ts'

/** So many orders past the top may have been placed since the backup. */
const LOST_PAST_THE_TOP = 1000

/**
 * Two entries of the book are all it takes: while all numbers count as held none up to the top is given, whoever has it, and the
 * numbers go on past the highest. The book stays open: closed, it would need a secret.
 */
const SET_ASIDE = script(
  BOOK,
  `
local upTo = tonumber(ARGV[1])
local book = openBook('')
local beyond = math.max(book.beyond, upTo) + ${LOST_PAST_THE_TOP}
local allHeldUntil = math.max(book.allHeldUntil, now + ${NUMBER_HELD_MS})
call('HSET', restaurant .. ':book', 'beyond', beyond, 'allHeldUntil', string.format('%.0f', allHeldUntil))
return { beyond + 1, allHeldUntil }
`,
)

const Reply = z.tuple([z.int(), z.number()])

/**
 * To be done when Redis was restored from a backup, before the first order: people hold numbers that were given since, and that
 * no book knows. For half an hour no number up to the top is given, and those past it go on at `next`, far past what was lost;
 * from `roundFrom` on they come round as ever. Orders keep their numbers. Again: the same, and further on. Throws `RedisAway`.
 */
export async function setAsideLostNumbers(
  restaurant: Restaurant,
): Promise<{ next: number; roundFrom: Date }> {
  const answer = await withRedis(redis => run(redis, SET_ASIDE, restaurant, restaurant.numbers.upTo))
  const [next, roundFrom] = Reply.parse(answer)
  return { next, roundFrom: new Date(roundFrom) }
}
