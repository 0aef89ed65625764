import { clock, count, type Demand, type Finding } from './demand.ts'

/**
 * Each entry that a board ever showed, each event of the queue and each order that lies in Redis at the end is one that somebody placed.
 * Whoever left without a number has asked again by then, so that their order is known if there was one.
 */
export const unplaced: Demand = {
  what: 'orders on the board that no one placed',
  most: 0,
  judge({ boards, told, stock }, { byId, strangers }) {
    const shown = new Map(strangers.map(entry => [`${entry.list} ${entry.number} ${entry.since}`, entry]))
    const findings: Finding[] = [...shown.values()].map(({ number, list, since, asOf, seenIn }) => ({
      words: `at ${clock(asOf)} the board of ${seenIn.web} showed ${number} as ${list} since ${clock(since)}; no order was`,
      at: asOf,
      ids: [],
      seenIn,
    }))
    const first = told.toReversed().flatMap(({ id, at }) => (id ? [[id, at] as const] : []))
    const stored = new Map([...(stock?.ids ?? []).map(id => [id, stock?.at ?? 0] as const), ...first])
    for (const [id, at] of stored) {
      if (!byId.has(id))
        findings.push({ words: `${id} is in the queue, and nobody placed it`, at, ids: [id] })
    }
    if (!stock) findings.push({ words: 'nobody looked into Redis at the end', at: 0, ids: [] })
    return count(findings, boards.filter(({ shown }) => shown).length, 'boards')
  },
}
