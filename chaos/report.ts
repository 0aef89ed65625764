import { availableParallelism, cpus } from 'node:os'
import type { Row } from './check.ts'
import type { Finding } from './demands/demand.ts'
import type { History, Request } from './history.ts'

const FINDINGS_SHOWN = 5
const NOTES_OF_A_FINDING = 100

/** The table, and how much stands behind it, as Markdown. */
export function tableOf(rows: Row[]): string {
  const lines = rows.map(({ what, most, unit, found, looked, at, holds }) => {
    const figure = (value: number) => (unit === 'ms' ? seconds(value) : whole(value))
    const must = unit === 'ms' ? `${seconds(most)} at most` : whole(most)
    return `| ${what} | ${must} | ${figure(found)} | ${whole(looked)} ${at} | ${holds ? 'yes' : '**no**'} |`
  })
  return ['| what | must be | was | of | holds |', '| --- | --- | --- | --- | --- |', ...lines].join('\n')
}

/** How much was done to the system, and seen of it. */
export function countsOf({ asked, read, boards, told, faults }: History): string {
  const outcomes = Object.entries(Object.groupBy(asked, ({ outcome }) => outcome))
  const keys = new Set(asked.map(({ key }) => key))
  const orders = new Set(asked.flatMap(({ seen }) => (seen ? [seen.id] : [])))
  const readings = boards.filter(({ shown }) => shown)
  const tickets = read.filter(({ seen }) => seen)
  const answered = [...asked, ...read, ...boards].filter(({ status }) => status !== undefined)
  const slowest = (requests: Request[]) =>
    seconds(requests.reduce((most, { from, to, held }) => Math.max(most, to - from - held), 0))
  const kinds = Map.groupBy(faults, ({ name }) => name)
  return [
    `${whole(orders.size)} orders of ${whole(keys.size)} customers, asked for ${whole(asked.length)} times: ${outcomes.map(([outcome, all]) => `${whole(all?.length ?? 0)} ${outcome}`).join(', ')}`,
    `${whole(tickets.length)} readings of tickets, ${whole(readings.length)} of boards, ${whole(told.length)} events of the queue`,
    `the slowest answer took ${slowest(answered)}, the slowest 503 ${slowest(answered.filter(({ status }) => status === 503))}`,
    `${faults.length} faults: ${[...kinds].map(([name, all]) => `${all.length} × ${name}`).join('; ')}`,
    `${availableParallelism()} cores (${cpus()[0]?.model}), Node ${process.version}`,
  ].join('\n')
}

/** The first findings of every row that does not hold, in words. */
export function failuresOf(rows: Row[]): string {
  return rows
    .filter(({ holds }) => !holds)
    .map(({ what, findings, looked }) => {
      const words = looked === 0 ? ['There was nothing to look at, so nothing was shown.'] : []
      words.push(...findings.slice(0, FINDINGS_SHOWN).map(finding => finding.words))
      if (findings.length > FINDINGS_SHOWN) words.push(`… and ${findings.length - FINDINGS_SHOWN} more`)
      return [`${what}:`, ...words.map(line => `  ${line}`)].join('\n')
    })
    .join('\n')
}

/** What the log says of its orders, in the order of time, so that a reader sees how it came to this. */
export function timelineOf({ ids }: Finding, { asked, read, told }: History): unknown[] {
  const about = [
    ...asked.filter(({ seen }) => seen && ids.includes(seen.id)).map(note => ({ at: note.from, note })),
    ...read.filter(({ id }) => ids.includes(id)).map(note => ({ at: note.from, note })),
    ...told.filter(({ id }) => ids.includes(id)).map(note => ({ at: note.at, note })),
  ]
  return about
    .sort((a, b) => a.at - b.at)
    .slice(0, NOTES_OF_A_FINDING)
    .map(({ note }) => note)
}

function whole(value: number): string {
  return value.toLocaleString('en')
}

function seconds(ms: number): string {
  return Number.isFinite(ms) ? `${(ms / 1000).toFixed(1)} s` : 'never'
}
