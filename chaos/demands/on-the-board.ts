import type { BoardRead, Entry, Shown } from '../history.ts'
import type { Known } from '../known-orders.ts'
import { clock, count, type Demand, type Finding } from './demand.ts'

/** As promised, and not taken from the code that is judged: no board was read longer than this before it was asked for. */
const TRUST_A_READING_FOR_MS = 2_000
/** Each list of a board holds at most so many; its counts hold the truth. */
const LIST_LIMIT = 100
const ON_THE_BOARD = ['preparing', 'ready', 'attention']

/**
 * An order is on the board from the moment it was placed until it was handed over or left the wall by time. So every board that was read
 * after it was placed, and before somebody who then asked for its ticket found it still to be on the board, shows it, once. Nor does
 * a wall stand still: what it is answered was read a moment ago (nor is it of a time to come), and at the end, when all is quiet, there is an answer.
 */
export const onTheBoard: Demand = {
  what: 'an order missing from a board that its ticket says is on it, or there twice',
  most: 0,
  judge({ boards }, { all }) {
    const readings = boards
      .flatMap(read => (read.shown ? [readingOf(read, read.shown)] : []))
      .sort((a, b) => a.shown.asOf - b.shown.asOf)
    const findings: Finding[] = [...readings.flatMap(inItself), ...withoutABoard(boards)]
    let looked = 0
    for (const order of all) {
      const until = lastOnBoard(order)
      for (let at = firstAfter(readings, order.placedAt); at < readings.length; at++) {
        const reading = readings[at]
        if (!reading || reading.shown.asOf >= until) break
        if (isPastTheEnd(reading.shown, order)) continue
        looked += 1
        if (reading.numbers.has(order.number)) continue
        findings.push({
          words: `order ${order.number} was on the board from ${clock(order.placedAt)} to ${clock(until)} at least, but not as ${reading.read.web} read it at ${clock(reading.shown.asOf)}`,
          at: reading.shown.asOf,
          ids: [order.id],
          seenIn: reading.read,
        })
        break
      }
    }
    return count(findings, looked, 'times an order was looked for on a board')
  },
}

type Reading = { read: BoardRead; shown: Shown; numbers: Set<number>; entries: Entry[] }

function readingOf(read: BoardRead, shown: Shown): Reading {
  const entries = [...shown.preparing, ...shown.ready, ...shown.attention]
  return { read, shown, entries, numbers: new Set(entries.map(({ number }) => number)) }
}

/** What is wrong with a board whatever the orders are. */
function inItself({ read, shown, numbers, entries }: Reading): Finding[] {
  const about = { at: read.from, ids: [], seenIn: read }
  const name = `the board of ${read.web} at ${clock(shown.asOf)}`
  const findings: Finding[] = []
  if (shown.asOf < read.from - TRUST_A_READING_FOR_MS || shown.asOf > read.to)
    findings.push({
      ...about,
      words: `what ${read.web} showed at ${clock(read.from)} was the board of ${clock(shown.asOf)}`,
    })
  if (numbers.size < entries.length) {
    const twice = entries.filter(({ number }, index) => entries.findIndex(e => e.number === number) !== index)
    findings.push({ ...about, words: `${name} shows ${twice.map(({ number }) => number).join(', ')} twice` })
  }
  for (const list of ['preparing', 'ready', 'attention'] as const) {
    const [told, listed] = [shown.counts[list], shown[list].length]
    if (listed !== Math.min(told, LIST_LIMIT))
      findings.push({ ...about, words: `${name} counts ${told} ${list} and lists ${listed}` })
  }
  return findings
}

/** The web processes whose last answer to a wall was none. */
function withoutABoard(boards: BoardRead[]): Finding[] {
  const last = new Map(boards.map(read => [read.web, read]))
  return [...last.values()].flatMap(read =>
    read.shown
      ? []
      : [
          {
            words: `at the end, at ${clock(read.from)}, there was no board to be had of ${read.web} (${read.status ?? read.trouble})`,
            at: read.from,
            ids: [],
            seenIn: read,
          },
        ],
  )
}

/** Somebody asked after this moment and found it still there. */
function lastOnBoard({ sights }: Known): number {
  return Math.max(0, ...sights.filter(({ status }) => ON_THE_BOARD.includes(status)).map(({ from }) => from))
}

/** Lists that are full leave out the youngest that are being prepared, and those ready for longest. */
function isPastTheEnd({ preparing, ready, counts }: Shown, { placedAt, readyAts }: Known): boolean {
  const lastInLine = preparing.at(-1)
  if (lastInLine && counts.preparing > preparing.length && placedAt >= lastInLine.since) return true
  const longestReady = ready.at(-1)
  const readyAt = Math.min(...readyAts)
  return Boolean(longestReady && counts.ready > ready.length && readyAt <= longestReady.since)
}

/** The index of the first reading surely after `moment`. */
function firstAfter(readings: Reading[], moment: number): number {
  let [low, high] = [0, readings.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((readings[middle]?.shown.asOf ?? 0) > moment) high = middle
    else low = middle + 1
  }
  return low
}
