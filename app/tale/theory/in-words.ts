import { duration } from '#app/tale/duration.ts'
import type { Station } from '#rush/foretell.ts'
import { FEWEST, type Line, type Reasons } from './lines.ts'

export const CLOCK_NAMES: Record<`${Line['side']} ${Line['clock']}`, string> = {
  'apartment both': 'Near my apartment: until they had their food, and could go',
  'apartment counter': 'Near my apartment: until they were free to sit down',
  'apartment food': 'Near my apartment: until they had their food',
  'office both': 'Near my office: until they had their food, and could go',
  'office counter': 'Near my office: until they had a number, and sat down',
  'office food': 'Near my office: until their food was ready',
}

/** What the formula says, for whoever never saw one. */
export const FORMULAS: Record<Station['method'], { name: string; formula: string; says: string }> = {
  'erlang-c': {
    name: 'Erlang C (M/M/c)',
    formula: 'wait = chance that all are busy × service ÷ (hands × (1 − busy))',
    says: 'For several who serve one line, when people come by chance and each takes a time by chance. Exact. A. K. Erlang worked it out for telephone lines in 1917.',
  },
  'pollaczek-khinchine': {
    name: 'Pollaczek–Khinchine (M/G/1)',
    formula: 'wait = service × busy ÷ (1 − busy) × (1 + spread²) ÷ 2',
    says: 'For one who serves, however long each order takes: the more they differ, the longer the wait. Exact. Found by Felix Pollaczek in 1930 and Aleksandr Khinchine in 1932.',
  },
  'allen-cunneen': {
    name: 'Allen–Cunneen (G/G/c)',
    formula: 'wait = Erlang C’s wait × (spread² of arrivals + spread² of service) ÷ 2',
    says: 'For several who serve, and times that are not by pure chance. A good guess, not exact: nobody knows an exact one.',
  },
}

/** What theory expects of a line. */
export function expectedInWords({ expectedMs }: Line): string {
  return expectedMs === null ? 'grows without end' : `${duration(expectedMs)} on average`
}

/** What was measured, and how sure that is. */
export function measuredInWords({ customers, meanMs, interval, verdict }: Line): string {
  if (meanMs === null) return 'nobody was served yet'
  const who = customers === 1 ? 'one customer' : `${customers} customers`
  const mean = `${duration(meanMs)} on average of`
  if (verdict === 'endless') return `${mean} ${who}`
  if (!interval) return `${mean} ${who}; too few to be sure of anything (${FEWEST} are enough)`
  return `${mean} the last ${interval.count} customers; with ${interval.percent} % confidence between ${duration(Math.max(0, interval.least))} and ${duration(interval.most)}`
}

/** What that comes to. */
export function verdictInWords({ verdict, stations, meanMs, expectedMs }: Line, reasons: Reasons): string {
  switch (verdict) {
    case 'endless': {
      const full = stations.find(({ busy }) => busy >= 1)
      return `More comes than ${full?.servers === 1 ? 'one pair' : `${full?.servers} pairs`} of hands can do, so the line grows for as long as people come. What was measured only says how long that went on.`
    }
    case 'too-few':
      return 'A short day is mostly luck. Play a longer one, and the two come together.'
    case 'agrees':
      return 'Theory lies within the interval: the two agree.'
    case 'differs': {
      const isLonger = (meanMs ?? 0) > (expectedMs ?? 0)
      return `Theory expects ${isLonger ? 'less' : 'more'} than the interval allows. One reason: ${isLonger ? reasons.longer : reasons.shorter}.`
    }
  }
}

/** How much of their time those at a station have to do. */
export function busyInWords({ busy, servers }: Station): string {
  const each = servers === 1 ? 'busy' : 'each busy'
  const percent = Math.round(busy * 100)
  return busy >= 1 ? `would have to be ${each} ${percent} % of the time` : `${each} ${percent} % of the time`
}
