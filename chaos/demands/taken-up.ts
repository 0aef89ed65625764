import type { History } from '../history.ts'
import { clock, type Demand } from './demand.ts'

/** After these an order is in nobody's hands. */
const OUT_OF_HAND = new Set(['completed', 'failed', 'waiting', 'stalled', 'delayed'])
/** A cook has it again; or it was in a living cook's hands all the time. */
const IN_GOOD_HANDS = new Set(['active', 'completed'])

/**
 * When a kitchen dies, each order that was in a cook's hands at that moment, of whichever kitchen, is ready or in a cook's hands anew
 * within this time. Read from the queue's own events.
 */
export const takenUp: Demand = {
  what: "time from a kitchen's death until its order is cooked again",
  most: 15_000,
  unit: 'ms',
  judge(history) {
    const waits = history.deaths.flatMap(({ at, of }) =>
      waitsAfter(history, at).map(({ id, ms }) => ({
        ms,
        words: `${of} died at ${clock(at)} with order ${id} in hand, which was taken up ${ms === undefined ? 'never' : `after ${ms} ms`}`,
        at,
        ids: [id],
      })),
    )
    const findings = waits.filter(({ ms = Number.POSITIVE_INFINITY }) => ms > this.most)
    return {
      found: Math.max(0, ...waits.map(({ ms }) => ms ?? Number.POSITIVE_INFINITY)),
      findings,
      looked: waits.length,
      at: `orders in hand at ${history.deaths.length} deaths`,
    }
  },
}

/** The orders in hand at that moment, and how long each waited for a cook; undefined for ever. */
export function waitsAfter({ told }: History, at: number): { id: string; ms: number | undefined }[] {
  const inHand = new Set<string>()
  let next = 0
  for (let event = told[next]; event && event.at <= at; event = told[++next]) {
    if (event.name === 'active') inHand.add(event.id)
    else if (OUT_OF_HAND.has(event.name)) inHand.delete(event.id)
  }
  const taken = new Map<string, number>()
  for (let event = told[next]; event && taken.size < inHand.size; event = told[++next]) {
    if (IN_GOOD_HANDS.has(event.name) && inHand.has(event.id) && !taken.has(event.id))
      taken.set(event.id, event.at - at)
  }
  return [...inHand].map(id => ({ id, ms: taken.get(id) }))
}
