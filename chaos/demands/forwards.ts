import type { Status } from '#orders/order.ts'
import type { Known, Sight } from '../known-orders.ts'
import { clock, count, type Demand, type Finding } from './demand.ts'
import { findOlderBoards } from './older-boards.ts'

/** Nobody at the server puts an order right during a run, so none leaves "See the counter" but by being handed over. */
const RANK: Record<Status, number> = { preparing: 0, attention: 1, ready: 2, missed: 3, collected: 4 }

/**
 * What was seen of an order later is never less than what was seen before, nor are fewer of its portions done. Later means surely so: of two looks whose times
 * overlap nobody knows which was first, and no page could have shown the one after the other. A board counts as
 * looked at when it was read, so of a wall that is shown an older one afterwards `findOlderBoards` knows.
 */
export const forwards: Demand = {
  what: 'a status that went backwards',
  most: 0,
  judge({ read, boards }, { all, byId }) {
    const findings: Finding[] = all.flatMap(order => {
      const back = findStepBack(order.sights)
      if (!back) return []
      const [before, after] = back
      return [
        {
          words: `order ${order.number} was ${inWords(before)} by ${before.where} at ${clock(before.to)}, and ${inWords(after)} by ${after.where} asked at ${clock(after.from)}`,
          at: after.from,
          ids: [order.id],
        },
      ]
    })
    // Nothing but an order that is being prepared is refused to its customer, who came because it was ready.
    for (const request of read) {
      const { id, status, from } = request
      const order = byId.get(id)
      if (status === 409 && order && wasReadyBefore(order, from))
        findings.push({
          words: `order ${order.number} was ready, and not handed over at ${clock(from)}`,
          at: from,
          ids: [id],
          seenIn: request,
        })
    }
    findings.push(...findOlderBoards(boards))
    const sights = all.reduce((sum, { sights }) => sum + sights.length, 0)
    return count(findings, sights, 'looks at orders')
  },
}

/** The first sight that is less than one that was over before it began. */
function findStepBack(sights: Sight[]): [before: Sight, after: Sight] | undefined {
  const byEnd = sights.toSorted((a, b) => a.to - b.to)
  let [furthest, mostDone, atTheCounter]: (Sight | undefined)[] = []
  let over = 0
  for (const sight of sights) {
    for (let next = byEnd[over]; next && next.to < sight.from; next = byEnd[++over]) {
      if (!furthest || RANK[next.status] > RANK[furthest.status]) furthest = next
      if (next.status === 'attention') atTheCounter = next
      if (!mostDone || (next.done ?? 0) > (mostDone.done ?? 0)) mostDone = next
    }
    if (furthest && RANK[sight.status] < RANK[furthest.status]) return [furthest, sight]
    if (atTheCounter && (sight.status === 'ready' || sight.status === 'missed')) return [atTheCounter, sight]
    if (mostDone && (sight.done ?? Number.POSITIVE_INFINITY) < (mostDone.done ?? 0)) return [mostDone, sight]
  }
  return undefined
}

function inWords({ status, done }: Sight): string {
  return done === undefined ? status : `${status} (${done} portions done)`
}

function wasReadyBefore({ sights }: Known, at: number): boolean {
  return sights.some(({ to, status }) => to < at && RANK[status] >= RANK.ready)
}
