import type { Clock } from '#rush/clocks.ts'
import { foretell, type Station } from '#rush/foretell.ts'
import { batchMeans, type Interval, meanOf } from '#rush/interval.ts'
import { ENDED, type Rush } from '#rush/rush.ts'

export type Side = 'apartment' | 'office'

/** How a mean that was measured stands to the one that theory expects. */
export type Verdict = 'endless' | 'too-few' | 'agrees' | 'differs'

/** One clock on one side: what theory expects of it in the long run, and what was measured so far. Times are the story's. */
export type Line = {
  side: Side
  clock: 'counter' | 'food' | 'both'
  /** Null grows without end. */
  expectedMs: number | null
  customers: number
  meanMs: number | null
  /** Null when there are too few for one. */
  interval: Interval | null
  verdict: Verdict
  stations: Station[]
}

/** Fewer customers than this say nothing of the mean of all. */
export const FEWEST = 40

/** Near the apartment both clocks are one: who has the food may go. */
export function linesOf({ settings, clocks }: Rush): Line[] {
  const { apartment, office } = foretell(settings)
  return [
    lineOf('apartment', 'both', apartment.counterMs, [apartment.hands], clocks.apartment, 'counterMs'),
    lineOf('office', 'counter', office.counterMs, [office.clerks], clocks.office, 'counterMs'),
    lineOf('office', 'food', office.foodMs, [office.clerks, office.cooks], clocks.office, 'foodMs'),
  ]
}

function lineOf(
  side: Side,
  clock: Line['clock'],
  expectedMs: number | null,
  stations: Station[],
  clocks: Clock[],
  what: 'counterMs' | 'foodMs',
): Line {
  const byArrival = clocks.toSorted((one, other) => one.arrivedMs - other.arrivedMs)
  const times = byArrival.map(times => times[what])
  // Of what grows without end there is no true mean that an interval could hold.
  const interval = expectedMs === null ? null : batchMeans(times)
  const meanMs = interval?.mean ?? (times.length === 0 ? null : meanOf(times))
  const verdict = verdictOf(expectedMs, interval)
  return { side, clock, expectedMs, customers: times.length, meanMs, interval, verdict, stations }
}

function verdictOf(expectedMs: number | null, interval: Interval | null): Verdict {
  if (expectedMs === null) return 'endless'
  if (interval === null) return 'too-few'
  return interval.least <= expectedMs && expectedMs <= interval.most ? 'agrees' : 'differs'
}

export type Reasons = {
  /** Why a rush may take longer than theory expects, */ longer: string /** or less long. */
  shorter: string
}

/** Why a rush may differ from what theory takes it to be; of each, what counts most. */
export function whyItMayDiffer({ settings, sides, walkOuts, state }: Rush): Reasons {
  const left = sides.apartment.walkedOut.length + sides.office.walkedOut.length
  const longer = [
    settings.coachPortions > 0 && 'one order was for a whole coach, and theory knows no such day',
    walkOuts.length > 0 && 'a cook was gone for a while, and theory’s cooks stay',
    settings.speed > 1 &&
      `here an order really travels, and told ${settings.speed} times as fast as life that counts ${settings.speed} times`,
  ]
  const shorter = [
    left > 0 &&
      `${left === 1 ? 'one customer' : `${left} customers`} walked out, and theory knows only people who stay`,
    !ENDED.includes(state) && 'the day is not over, and whoever still waits is not counted yet',
  ]
  return {
    longer:
      longer.find(reason => reason !== false) ??
      'a day is partly luck, and one in twenty lies beside the interval',
    shorter:
      shorter.find(reason => reason !== false) ??
      'the doors open on an empty restaurant, and theory’s day never began',
  }
}
