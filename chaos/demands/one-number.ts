import type { Known } from '../known-orders.ts'
import { FACTS } from '../restaurant.ts'
import { clock, count, type Demand } from './demand.ts'

/** As promised, and not taken from the code that is judged: after this long nobody calls a number theirs any more. */
const HELD_AFTER_MS = 30 * 60_000
const READY_MS = FACTS.readyMinutes * 60_000

/** A number belongs to one order from the moment it was placed until half an hour after it was collected, or left the wall. */
export const oneNumber: Demand = {
  what: 'one number held by two orders at once',
  most: 0,
  judge(_history, { byNumber, all }) {
    const findings = [...byNumber].flatMap(([number, orders]) => {
      const inTurn = orders.toSorted((a, b) => a.placedAt - b.placedAt)
      return inTurn.slice(1).flatMap((order, index) => {
        const before = inTurn[index]
        if (!before || heldUntil(before) <= order.placedAt) return []
        return [
          {
            words: `number ${number}, placed at ${clock(before.placedAt)}, was given again at ${clock(order.placedAt)}`,
            at: order.placedAt,
            ids: [before.id, order.id],
          },
        ]
      })
    })
    return count(findings, all.length, 'orders')
  },
}

function heldUntil({ last: { collectedAt, readyAt, status } }: Known): number {
  if (collectedAt !== null) return collectedAt + HELD_AFTER_MS
  if (readyAt !== null && status !== 'attention') return readyAt + READY_MS + HELD_AFTER_MS
  return Number.POSITIVE_INFINITY
}
