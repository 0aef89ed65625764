import { z } from 'zod'
import { addOne, Basket, EMPTY_BASKET, takeOne } from './basket.ts'

/** How long after "Got it" a number can be shown again at its kiosk. */
export const SHOW_AGAIN_MS = 120_000

const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 15_000

/** Why an order was not placed, in words for the customer. */
export const Notice = z.object({
  title: z.string(),
  detail: z.string(),
  /** 0: nothing is known about when. */
  retryAfterSeconds: z.number(),
})
export type Notice = z.infer<typeof Notice>

/** What the customer takes away: the number, and the id that opens the ticket. */
export const Receipt = z.object({ id: z.string(), number: z.int().positive() })
export type Receipt = z.infer<typeof Receipt>

const Choosing = z.object({
  step: z.literal('choosing'),
  basket: Basket,
  /** The key under which exactly this basket was refused. One basket, one key: a change of the basket drops it. */
  key: z.string().nullable(),
  notice: Notice.nullable(),
  /** The number that was shown last at this kiosk, while it can be shown again. `until`: milliseconds since 1970. */
  last: z.object({ receipt: Receipt, until: z.number() }).nullable(),
})

const Sending = z.object({
  step: z.literal('sending'),
  basket: Basket,
  key: z.string(),
  /** Tries that went without an answer. From the first on, the order may be with the kitchen already. */
  unanswered: z.int().min(0),
  /** The rest before the next try; null while a try is under way. */
  pauseMs: z.number().nullable(),
})

const Holding = z.object({ step: z.literal('holding'), receipt: Receipt })

/**
 * One customer at the kiosk. `choosing`: the basket is theirs to change. `sending`: basket and key are locked, because
 * the order may have been placed. `holding`: the number is shown, until they say "Got it".
 */
export const Visit = z.discriminatedUnion('step', [Choosing, Sending, Holding])
export type Visit = z.infer<typeof Visit>
type Choosing = z.infer<typeof Choosing>
export type Sending = z.infer<typeof Sending>
export type Holding = z.infer<typeof Holding>

/** What became of one try at placing the order with this key. */
export type Outcome =
  | { type: 'taken'; key: string; receipt: Receipt }
  | { type: 'refused'; key: string; notice: Notice }
  | { type: 'unanswered'; key: string; retryAfterSeconds: number }

export type Happening =
  | Outcome
  | { type: 'one-more' | 'one-fewer'; id: string }
  | { type: 'dine'; dining: Basket['dining'] }
  /** `freshKey` is used unless the basket was refused before, just as it is, and has its key. */
  | { type: 'place'; freshKey: string }
  | { type: 'try-again' }
  /** Out of a counter's line: nothing was cooked, so the basket stays and may change. */
  | { type: 'leave-line' }
  /** Away from an order of which nobody knows whether it was placed. */
  | { type: 'give-up' }
  | { type: 'got-it'; now: number }
  | { type: 'show-again' }
  | { type: 'forget-last' }
  | { type: 'start-over' }

export const START: Choosing = { step: 'choosing', basket: EMPTY_BASKET, key: null, notice: null, last: null }

/** What comes next. A happening that does not belong to the step (a second tap, a late answer) changes nothing. */
export function next(visit: Visit, happening: Happening): Visit {
  switch (visit.step) {
    case 'choosing':
      return whileChoosing(visit, happening)
    case 'sending':
      return whileSending(visit, happening)
    case 'holding':
      return happening.type === 'got-it'
        ? { ...START, last: { receipt: visit.receipt, until: happening.now + SHOW_AGAIN_MS } }
        : visit
  }
}

/** A visit as found after a reload. The reload cut off the try that was under way: it counts as unanswered. */
export function resume(visit: Visit): Visit {
  if (visit.step !== 'sending') return visit
  return { ...visit, unanswered: visit.unanswered + 1, pauseMs: null }
}

function whileChoosing(visit: Choosing, happening: Happening): Visit {
  switch (happening.type) {
    case 'one-more':
      return withBasket(visit, addOne(visit.basket, happening.id))
    case 'one-fewer':
      return withBasket(visit, takeOne(visit.basket, happening.id))
    case 'dine':
      return withBasket(visit, { ...visit.basket, dining: happening.dining })
    case 'place': {
      const { basket, key } = visit
      if (basket.items.length === 0) return visit
      return { step: 'sending', basket, key: key ?? happening.freshKey, unanswered: 0, pauseMs: null }
    }
    case 'show-again':
      return visit.last ? { step: 'holding', receipt: visit.last.receipt } : visit
    case 'forget-last':
      return { ...visit, last: null }
    case 'start-over':
      return { ...START, last: visit.last }
    default:
      return visit
  }
}

function whileSending(visit: Sending, happening: Happening): Visit {
  switch (happening.type) {
    case 'taken':
      return happening.key === visit.key ? { step: 'holding', receipt: happening.receipt } : visit
    case 'refused':
      return happening.key === visit.key
        ? { ...START, basket: visit.basket, key: visit.key, notice: happening.notice }
        : visit
    case 'unanswered':
      return happening.key === visit.key ? rest(visit, happening.retryAfterSeconds) : visit
    case 'try-again':
      return { ...visit, pauseMs: null }
    case 'leave-line':
      return { ...START, basket: visit.basket }
    case 'give-up':
      return START
    default:
      return visit
  }
}

function withBasket(visit: Choosing, basket: Basket): Choosing {
  return { ...visit, basket, key: null, notice: null }
}

function rest(visit: Sending, retryAfterSeconds: number): Sending {
  const backOffMs = Math.min(FIRST_PAUSE_MS * 2 ** visit.unanswered, LONGEST_PAUSE_MS)
  return {
    ...visit,
    unanswered: visit.unanswered + 1,
    pauseMs: Math.max(backOffMs, retryAfterSeconds * 1000),
  }
}
