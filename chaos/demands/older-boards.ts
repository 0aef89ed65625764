import type { BoardRead } from '../history.ts'
import { clock, type Finding } from './demand.ts'

/**
 * Where a wall went back: what it asked for when it had an answer already is of an older reading than that one, whichever web process each
 * came from. By how little does not matter: within a moment a number may go from ready to preparing. A 304 counts as well, as the wall takes
 * the age of what it shows from it. Answers whose times overlap have no order.
 */
export function findOlderBoards(boards: BoardRead[]): Finding[] {
  return [...Map.groupBy(boards, ({ wall }) => wall).values()].flatMap(findOnOneWall)
}

function findOnOneWall(boards: BoardRead[]): Finding[] {
  const looks = boards.flatMap(read => (read.shown ? [{ read, asOf: read.shown.asOf }] : []))
  const byEnd = looks.toSorted((a, b) => a.read.to - b.read.to)
  const findings: Finding[] = []
  let newest: (typeof looks)[number] | undefined
  let over = 0
  for (const { read, asOf } of looks.toSorted((a, b) => a.read.from - b.read.from)) {
    for (let next = byEnd[over]; next && next.read.to < read.from; next = byEnd[++over]) {
      if (!newest || next.asOf > newest.asOf) newest = next
    }
    if (!newest || asOf >= newest.asOf) continue
    findings.push({
      words: `the wall ${read.wall} had the board of ${clock(newest.asOf)} (${newest.read.web}) at ${clock(newest.read.to)}, and what it asked for at ${clock(read.from)} was that of ${clock(asOf)} (${read.web})`,
      at: read.from,
      ids: [],
      seenIn: read,
    })
  }
  return findings
}
