import type { Seen } from '../history.ts'
import { clock, count, type Demand, type Finding } from './demand.ts'

/**
 * However often a key is sent, it is one order with one number, made once; and an order answers to one key alone. Who asks again after that is
 * never told that the line is full: to whom that is said, nothing was placed.
 */
export const oneKey: Demand = {
  what: 'one key, two orders',
  most: 0,
  judge({ asked, read }, { all, byId }) {
    const findings: Finding[] = []
    const answers = asked.flatMap(({ seen, ...request }) => (seen ? [{ ...request, seen }] : []))
    const byKey = Map.groupBy(answers, ({ key }) => key)
    for (const [key, answers] of byKey) {
      const orders = new Map(answers.map(({ seen }) => [nameOf(seen), seen.id]))
      if (orders.size > 1)
        findings.push({
          words: `key ${key} got ${[...orders.keys()].join(' and ')}`,
          at: answers.at(-1)?.from ?? 0,
          ids: [...orders.values()],
        })
      const made = answers.filter(({ replayed }) => !replayed)
      if (made.length > 1)
        findings.push({
          words: `key ${key} was told ${made.length} times of a new order`,
          at: made.at(-1)?.from ?? 0,
          ids: [...orders.values()],
        })
    }
    for (const { id, number, keys, placedAt } of all) {
      if (keys.size > 1)
        findings.push({
          words: `keys ${[...keys].join(' and ')} all got order ${number}`,
          at: placedAt,
          ids: [id],
        })
    }
    for (const request of read) {
      const { id, seen, from } = request
      const known = byId.get(id)
      if (seen && known && nameOf(seen) !== nameOf(known))
        findings.push({
          words: `the ticket of ${nameOf(known)} told of ${nameOf(seen)}`,
          at: from,
          ids: [id, seen.id],
          seenIn: request,
        })
    }
    for (const request of asked) {
      const { key, outcome, from } = request
      const placed = byKey.get(key)?.find(({ seen }) => seen.placedAt < from)?.seen
      if (outcome === 'full' && placed)
        findings.push({
          words: `key ${key} was told at ${clock(from)} that the line is full, and had ${nameOf(placed)}`,
          at: from,
          ids: [placed.id],
          seenIn: request,
        })
    }
    return count(findings, answers.length - byKey.size, 'repeated answers')
  },
}

function nameOf({ id, number, placedAt }: Pick<Seen, 'id' | 'number' | 'placedAt'>): string {
  return `order ${number} (${id}, placed ${placedAt})`
}
