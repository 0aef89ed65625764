import { clock, count, type Demand } from './demand.ts'

/**
 * Each entry that a board ever showed, each event of the queue and each order that lies in Redis at the end is one that somebody placed.
 * Whoever left without a number has asked again by then, so that their order is known if there was one.
 */
export const unplaced: Demand = {
  what: 'orders on the board that no one placed',
  most: 0,
  judge({ boards, told, stock }, { byId, strangers }) {
    const shown = new Map(strangers.map(entry => [`${entry.list} ${entry.number} ${entry.since}`, entry]))
    const findings = [...shown.values()].map(({ number, list, since, asOf, web }) => ({
      words: `at ${clock(asOf)} the board of ${web} showed ${number} as ${list} since ${clock(since)}; no order was`,
      ids: [],
    }))
    const stored = new Set([...(stock?.ids ?? []), ...told.flatMap(({ id }) => (id ? [id] : []))])
    for (const id of stored) {
      if (!byId.has(id)) findings.push({ words: `${id} is in the queue, and nobody placed it`, ids: [] })
    }
    if (!stock) findings.push({ words: 'nobody looked into Redis at the end', ids: [] })
    return count(findings, boards.filter(({ shown }) => shown).length, 'boards')
  },
}
