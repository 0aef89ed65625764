import { clock, count, type Demand } from './demand.ts'

/** Whoever was given a number gets food: the last look at each order, when all is quiet, finds it ready or handed over. */
export const lost: Demand = {
  what: 'acknowledged orders never ready',
  most: 0,
  judge({ read }, { all, byId }) {
    const acknowledged = all.filter(({ acknowledgedAt }) => acknowledgedAt !== undefined)
    const findings = acknowledged.flatMap(({ id, last, lastAt, acknowledgedAt = 0 }) =>
      last.readyAt !== null && last.status !== 'preparing' && last.status !== 'attention'
        ? []
        : [
            {
              words: `order ${last.number}, promised at ${clock(acknowledgedAt)}, was still ${last.status} when it was last seen at ${clock(lastAt)}`,
              ids: [id],
            },
          ],
    )
    const forgotten = new Set(
      read.filter(({ id, status }) => status === 404 && byId.has(id)).map(({ id }) => id),
    )
    for (const id of forgotten)
      findings.push({
        words: `order ${byId.get(id)?.number} was promised, and then its ticket was 404`,
        ids: [id],
      })
    return count(findings, acknowledged.length, 'orders')
  },
}
