import type { BoardRead, Entry, Shown } from '../history.ts'
import type { Known } from '../known-orders.ts'
import { clock, count, type Demand, type Finding } from './demand.ts'

/** Each list of a board holds at most so many; its counts hold the truth. */
const LIST_LIMIT = 100
const ON_THE_BOARD = ['preparing', 'ready', 'attention']

/**
 * An order is on the board from the moment it was placed until it was handed over or left the wall by time. So every board that was read
 * after it was placed, and before somebody who then asked for its ticket found it still to be on the board, shows it, once.
 */
export const onTheBoard: Demand = {
  what: 'an order missing from a board that its ticket says is on it, or there twice',
  most: 0,
  judge({ boards }, { all }) {
    const readings = boards
      .flatMap(({ shown, web }) => (shown ? [readingOf(shown, web)] : []))
      .sort((a, b) => a.shown.asOf - b.shown.asOf)
    const findings: Finding[] = readings.flatMap(inItself)
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
          words: `order ${order.number} was on the board from ${clock(order.placedAt)} to ${clock(until)} at least, but not as ${reading.web} read it at ${clock(reading.shown.asOf)}`,
          ids: [order.id],
        })
        break
      }
    }
    return count(findings, looked, 'times an order was looked for on a board')
  },
}

type Reading = { shown: Shown; web: BoardRead['web']; numbers: Set<number>; entries: Entry[] }

function readingOf(shown: Shown, web: string): Reading {
  const entries = [...shown.preparing, ...shown.ready, ...shown.attention]
  return { shown, web, entries, numbers: new Set(entries.map(({ number }) => number)) }
}

/** What is wrong with a board whatever the orders are. */
function inItself({ shown, web, numbers, entries }: Reading): Finding[] {
  const findings: Finding[] = []
  if (numbers.size < entries.length) {
    const twice = entries.filter(({ number }, index) => entries.findIndex(e => e.number === number) !== index)
    findings.push({
      words: `the board of ${web} at ${clock(shown.asOf)} shows ${twice.map(({ number }) => number).join(', ')} twice`,
      ids: [],
    })
  }
  for (const list of ['preparing', 'ready', 'attention'] as const) {
    const [told, listed] = [shown.counts[list], shown[list].length]
    if (listed !== Math.min(told, LIST_LIMIT))
      findings.push({
        words: `the board of ${web} at ${clock(shown.asOf)} counts ${told} ${list} and lists ${listed}`,
        ids: [],
      })
  }
  return findings
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
