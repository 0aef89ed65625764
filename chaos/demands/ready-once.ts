import { clock, count, type Demand, type Finding } from './demand.ts'

/**
 * The queue announces each order as ready once, by its own stream of events, of which none was missed; and the moment at which an
 * order was ready stays what it is, on every ticket and board.
 */
export const readyOnce: Demand = {
  what: "an order's portions served twice (ready announced twice)",
  most: 0,
  judge({ told, stock }, { all, byId }) {
    const announced = Map.groupBy(
      told.filter(({ name }) => name === 'completed'),
      ({ id }) => id,
    )
    const findings: Finding[] = [...announced].flatMap(([id, events]) =>
      events.length < 2
        ? []
        : [
            {
              words: `order ${byId.get(id)?.number ?? id} was announced as ready at ${events.map(({ at }) => clock(at)).join(' and ')}`,
              at: events.at(-1)?.at ?? 0,
              ids: [id],
            },
          ],
    )
    for (const { id, number, readyAts } of all) {
      if (readyAts.size > 1)
        findings.push({
          words: `order ${number} was said to be ready since ${[...readyAts].map(clock).join(' and since ')}`,
          at: Math.max(...readyAts),
          ids: [id],
        })
    }
    const missed = (stock?.eventsTold ?? 0) - (stock?.eventsRead ?? 0)
    if (missed !== 0)
      findings.push({
        words: `the queue told ${missed} events that nobody read, so nobody can know`,
        at: stock?.at ?? 0,
        ids: [],
      })
    return count(findings, announced.size, 'announcements')
  },
}
