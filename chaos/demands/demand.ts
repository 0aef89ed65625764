import type { Asked, BoardRead, History, TicketRead } from '../history.ts'
import type { KnownOrders } from '../known-orders.ts'

/** One thing that went wrong, in words, when it showed, and the orders that it is about. */
export type Finding = {
  words: string
  at: number
  ids: string[]
  /** The one request that it was seen in, where there is one. */
  seenIn?: Asked | TicketRead | BoardRead
}

export type Judgement = {
  /** The figure of the table: so many, or so many milliseconds at worst. */
  found: number
  findings: Finding[]
  /** How much there was to look at: where that is nothing, nothing was shown. */
  looked: number
  /** In words that follow the figure: "orders", "readings". */
  at: string
}

/** One line of the table. */
export type Demand = {
  what: string
  /** At most so much; in milliseconds where `unit` says so. */
  most: number
  unit?: 'ms'
  judge: (history: History, known: KnownOrders) => Judgement
}

export function count(findings: Finding[], looked: number, at: string): Judgement {
  return { found: findings.length, findings, looked, at }
}

export function clock(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23)
}
