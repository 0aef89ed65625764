import type { Seen } from '../history.ts'
import { count, type Demand, type Finding } from './demand.ts'

/** However often a key is sent, it is one order with one number; and an order answers to one key alone. */
export const oneKey: Demand = {
  what: 'one key, two orders',
  most: 0,
  judge({ asked, read }, { all, byId }) {
    const findings: Finding[] = []
    const answers = asked.flatMap(({ key, seen }) => (seen ? [{ key, seen }] : []))
    const byKey = Map.groupBy(answers, ({ key }) => key)
    for (const [key, answers] of byKey) {
      const orders = new Map(answers.map(({ seen }) => [nameOf(seen), seen.id]))
      if (orders.size > 1)
        findings.push({
          words: `key ${key} got ${[...orders.keys()].join(' and ')}`,
          ids: [...orders.values()],
        })
    }
    for (const { id, number, keys } of all) {
      if (keys.size > 1)
        findings.push({ words: `keys ${[...keys].join(' and ')} all got order ${number}`, ids: [id] })
    }
    for (const { id, seen } of read) {
      const known = byId.get(id)
      if (seen && known && nameOf(seen) !== nameOf(known))
        findings.push({ words: `the ticket of ${nameOf(known)} told of ${nameOf(seen)}`, ids: [id, seen.id] })
    }
    return count(findings, answers.length - byKey.size, 'repeated answers')
  },
}

function nameOf({ id, number, placedAt }: Pick<Seen, 'id' | 'number' | 'placedAt'>): string {
  return `order ${number} (${id}, placed ${placedAt})`
}
