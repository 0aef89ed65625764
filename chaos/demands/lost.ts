import type { Stock, TicketRead } from '../history.ts'
import type { Known } from '../known-orders.ts'
import { clock, count, type Demand, type Finding } from './demand.ts'

/**
 * Whoever was given a number gets food: when all is quiet the order lies in Redis, and a last look at its ticket
 * finds it ready or handed over.
 */
export const lost: Demand = {
  what: 'acknowledged orders never ready',
  most: 0,
  judge({ read, stock }, { all, byId }) {
    const acknowledged = all.filter(({ acknowledgedAt }) => acknowledgedAt !== undefined)
    const findings: Finding[] = acknowledged.flatMap(({ id, last, lastAt, acknowledgedAt = 0 }) =>
      last.readyAt !== null && last.status !== 'preparing' && last.status !== 'attention'
        ? []
        : [
            {
              words: `order ${last.number}, promised at ${clock(acknowledgedAt)}, was still ${last.status} when it was last seen at ${clock(lastAt)}`,
              at: lastAt,
              ids: [id],
            },
          ],
    )
    const forgotten = new Map(
      read.filter(({ id, status }) => status === 404 && byId.has(id)).map(request => [request.id, request]),
    )
    for (const [id, request] of forgotten)
      findings.push({
        words: `order ${byId.get(id)?.number} was promised, and then its ticket was 404`,
        at: request.from,
        ids: [id],
        seenIn: request,
      })
    // Nobody looked into Redis at the end: that is told of the orders that no one placed.
    if (stock) findings.push(...missingAtTheEnd(acknowledged, read, stock))
    return count(findings, acknowledged.length, 'orders')
  },
}

/** Tickets outlive a run by hours, so each is still there, and can be read. */
function missingAtTheEnd(acknowledged: Known[], read: TicketRead[], { at, ids }: Stock): Finding[] {
  const stored = new Set(ids)
  const seenLast = new Set(read.filter(({ seen, from }) => seen && from >= at).map(({ id }) => id))
  return acknowledged.flatMap(({ id, number }) => {
    if (!stored.has(id))
      return [{ words: `order ${number} was promised, and at the end it was not in Redis`, at, ids: [id] }]
    if (!seenLast.has(id))
      return [{ words: `order ${number} was promised, and at the end nobody could see it`, at, ids: [id] }]
    return []
  })
}
