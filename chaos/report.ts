import { availableParallelism, cpus } from 'node:os'
import type { Row } from './check.ts'
import type { Finding } from './demands/demand.ts'
import type {
  Asked,
  BoardRead,
  Death,
  Entry,
  Fault,
  History,
  QueueEvent,
  Request,
  Return,
  TicketRead,
} from './history.ts'

const FINDINGS_SHOWN = 5
const NOTES_OF_ORDERS = 100
const NOTES_OF_WALLS = 20
const NOTES_OF_FAULTS = 4
const AROUND_MS = 5_000

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
  const readings = boards.flatMap(({ shown }) => shown ?? [])
  const wholeLines = readings.filter(({ preparing, counts }) => preparing.length === counts.preparing)
  const tickets = read.filter(({ seen }) => seen)
  const answered = [...asked, ...read, ...boards].filter(({ status }) => status !== undefined)
  const slowest = (requests: Request[]) =>
    seconds(requests.reduce((most, { from, to, held }) => Math.max(most, to - from - held), 0))
  const kinds = Map.groupBy(faults, ({ name }) => name)
  return [
    `${whole(orders.size)} orders of ${whole(keys.size)} customers, asked for ${whole(asked.length)} times: ${outcomes.map(([outcome, all]) => `${whole(all?.length ?? 0)} ${outcome}`).join(', ')}`,
    `${whole(tickets.length)} readings of tickets, ${whole(readings.length)} of boards (${share(wholeLines.length, readings.length)} of them of the whole line), ${whole(told.length)} events of the queue`,
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

/**
 * What the log says of a finding, in the order of time, so that a reader sees how it came to this: what was seen of its orders around
 * its moment, or all that was asked then, where it is of no order; what the walls showed of them; and what was done to the system.
 */
export function timelineOf({ at, ids, seenIn }: Finding, history: History): Note[] {
  const { asked, read, boards, told, faults, deaths, returns } = history
  const ofOrders: Note[] =
    ids.length === 0
      ? [...asked, ...read, ...told].filter(note => Math.abs(momentOf(note) - at) < AROUND_MS)
      : [
          ...asked.filter(({ seen }) => seen && ids.includes(seen.id)),
          ...read.filter(({ id }) => ids.includes(id)),
          ...told.filter(({ id }) => ids.includes(id)),
        ]
  const numbers = new Set(
    [...asked, ...read].flatMap(({ seen }) => (seen && ids.includes(seen.id) ? [seen.number] : [])),
  )
  const notes = new Set<Note>([
    ...nearest(ofOrders, at, NOTES_OF_ORDERS),
    ...nearest(boards, at, NOTES_OF_WALLS),
    ...nearest([...faults, ...deaths, ...returns], at, NOTES_OF_FAULTS),
    ...(seenIn ? [seenIn] : []),
  ])
  return [...notes]
    .sort((a, b) => momentOf(a) - momentOf(b))
    .map(note => (note.what === 'board' && note !== seenIn ? only(numbers, note) : note))
}

type Note = Asked | TicketRead | BoardRead | QueueEvent | Fault | Death | Return

function momentOf(note: Note): number {
  return 'from' in note ? note.from : note.at
}

function nearest(notes: Note[], at: number, most: number): Note[] {
  const farness = (note: Note) => Math.abs(momentOf(note) - at)
  return notes.toSorted((a, b) => farness(a) - farness(b)).slice(0, most)
}

/** The board without the numbers of others. */
function only(numbers: Set<number>, { shown, ...read }: BoardRead): BoardRead {
  const ours = (entries: Entry[]) => entries.filter(({ number }) => numbers.has(number))
  if (!shown) return read
  const { preparing, ready, attention } = shown
  return {
    ...read,
    shown: { ...shown, preparing: ours(preparing), ready: ours(ready), attention: ours(attention) },
  }
}

function whole(value: number): string {
  return value.toLocaleString('en')
}

function share(part: number, all: number): string {
  return `${Math.floor((100 * part) / Math.max(1, all))} %`
}

function seconds(ms: number): string {
  return Number.isFinite(ms) ? `${(ms / 1000).toFixed(1)} s` : 'never'
}
