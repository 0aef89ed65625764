import type { Clock } from '#rush/clocks.ts'
import { foretell, type Station } from '#rush/foretell.ts'
import { batchMeans, type Interval, meanOf } from '#rush/interval.ts'
import type { Rush } from '#rush/rush.ts'
import type { Range, suchDays } from '#rush/such-days.ts'
import { crewChanged, whyNoFormula, whyUnlikeItsKind } from './what-was-other.ts'

/** How a mean that was measured stands to the one that theory expects. */
export type Verdict = 'unfinished' | 'other' | 'endless' | 'too-few' | 'agrees' | 'differs'

/** A line is one of these clocks. Near the apartment both are one: who has the food may go. */
export type LineName = 'apartment' | 'counter' | 'food'

/** One clock on one side: what theory expects of it in the long run, what was measured so far, and what is usual. Times are the story's. */
export type Line = {
  name: LineName
  stations: Station[]
  /** Null grows without end. */
  expectedMs: number | null
  customers: number
  meanMs: number | null
  /** Of the mean in the long run; null when the day is no day for it, or too short. */
  interval: Interval | null
  /** Where the means of such days lie; null when no other is like this one. */
  usual: Range | null
  /** What theory does not know of, and this day had. */
  other: string | null
  verdict: Verdict
}

/** `usual` is null until the day is over. */
export function linesOf(rush: Rush, usual: ReturnType<typeof suchDays> | null): Line[] {
  const { apartment, office } = foretell(rush.settings)
  const { clocks } = rush
  const lines = [
    lineOf(rush, 'apartment', [apartment.hands], apartment.counterMs, clocks.apartment, 'counterMs'),
    lineOf(rush, 'counter', [office.clerks], office.counterMs, clocks.office, 'counterMs'),
    lineOf(rush, 'food', [office.clerks, office.cooks], office.foodMs, clocks.office, 'foodMs'),
  ]
  return lines.map(line => ({
    ...line,
    usual: whyUnlikeItsKind(rush, line.name) === null ? (usual?.[line.name] ?? null) : null,
  }))
}

function lineOf(
  rush: Rush,
  name: LineName,
  stations: Station[],
  expectedMs: number | null,
  clocks: Clock[],
  what: 'counterMs' | 'foodMs',
): Line {
  const byArrival = clocks.toSorted((one, other) => one.arrivedMs - other.arrivedMs)
  const times = byArrival.map(times => times[what])
  const meanMs = times.length === 0 ? null : meanOf(times)
  const changed = name === 'food' ? crewChanged(rush) : null
  const other = changed ?? (expectedMs === null ? null : whyNoFormula(rush, name))
  const busy = busiestOf(stations)
  const interval = rush.state === 'done' && other === null ? batchMeans(times, busy) : null
  const verdict = verdictOf(rush, { other, expectedMs, interval })
  return {
    name,
    stations,
    expectedMs,
    customers: times.length,
    meanMs,
    interval,
    usual: null,
    other,
    verdict,
  }
}

/** A line forgets as slowly as the busiest of those whom it passes. */
export function busiestOf(stations: Station[]): number {
  return Math.max(...stations.map(({ busy }) => busy))
}

function verdictOf(
  { state }: Rush,
  { other, expectedMs, interval }: Pick<Line, 'other' | 'expectedMs' | 'interval'>,
): Verdict {
  if (other !== null) return 'other'
  if (expectedMs === null) return 'endless'
  if (state !== 'done') return 'unfinished'
  if (interval === null) return 'too-few'
  return interval.least <= expectedMs && expectedMs <= interval.most ? 'agrees' : 'differs'
}
