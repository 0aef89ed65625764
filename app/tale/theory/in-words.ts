import { inTenths } from '#app/tale/duration.ts'
import { count } from '#app/tale/in-words.ts'
import type { Station } from '#rush/foretell.ts'
import { customersToTell } from '#rush/interval.ts'
import type { Rush } from '#rush/rush.ts'
import { busiestOf, type Line, type LineName } from './lines.ts'

export const LINE_NAMES: Record<LineName, string> = {
  apartment: 'Near my apartment: until they had their food, and could go',
  counter: 'Near my office: until they had a number, and sat down',
  food: 'Near my office: until their food was ready',
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
  return expectedMs === null ? 'grows without end' : `${inTenths(expectedMs)} on average`
}

/** What was measured, and how sure that is. */
export function measuredInWords({ customers, meanMs, interval }: Line): string {
  if (meanMs === null) return 'nobody was served yet'
  const mean = `${inTenths(meanMs)} on average of ${count(customers, 'customer')}`
  if (!interval) return mean
  const { least, most } = interval
  return `${mean}; in the long run, with 90\u00a0% confidence, between ${inTenths(Math.max(0, least))} and ${inTenths(most)}`
}

/** What the means of such days are. */
export function usualInWords({ usual }: Line): string | null {
  return usual && `between ${inTenths(usual.least)} and ${inTenths(usual.most)}, nineteen in twenty`
}

/** What that comes to: what can be said of such days, and then of theory. */
export function verdictInWords(line: Line, rush: Rush): string {
  return [aboutSuchDays(line, rush), aboutTheory(line, rush)].filter(sentence => sentence !== null).join(' ')
}

function aboutTheory({ verdict, stations, meanMs, expectedMs, other }: Line, rush: Rush): string {
  switch (verdict) {
    case 'other':
      return other ?? ''
    case 'endless': {
      const full = stations.find(({ busy }) => busy >= 1)
      return `More comes than ${full?.servers === 1 ? 'one pair' : `${full?.servers} pairs`} of hands can do, so the line grows for as long as people come and stay. What was measured only says how long that went on.`
    }
    case 'unfinished':
      return rush.state === 'running' || rush.state === 'waiting'
        ? 'The day is not over, and whoever still waits is not counted yet.'
        : 'The day ended early, and whoever still waited is not counted.'
    case 'too-few': {
      const busiest = busiestOf(stations)
      const needed = (100 * Math.ceil(customersToTell(busiest) / 100)).toLocaleString('en')
      return `It is too short to bear theory out or to speak against it: for hands that are busy ${Math.round(busiest * 100)} % of the time, that takes some ${needed} customers.`
    }
    case 'agrees':
      return 'Theory lies within the interval: nothing here speaks against it.'
    case 'differs': {
      const isLonger = (meanMs ?? 0) > (expectedMs ?? 0)
      const why = isLonger ? onTheWay(rush) : null
      return `Theory expects ${isLonger ? 'less' : 'more'} than the interval allows. ${why ?? 'One such interval in ten misses.'}`
    }
  }
}

function aboutSuchDays({ usual, meanMs, expectedMs }: Line, rush: Rush): string | null {
  if (usual === null || meanMs === null) return null
  if (meanMs < usual.least) return 'Almost all such days take longer: one in twenty lies outside.'
  if (meanMs > usual.most) {
    return `Almost all such days are shorter. ${onTheWay(rush) ?? 'One in twenty lies outside.'}`
  }
  const isShort = expectedMs !== null && expectedMs > usual.most
  return isShort
    ? 'This day was like most of its kind: too short for lines as long as theory’s.'
    : 'This day was like most of its kind.'
}

function onTheWay({ settings: { speed } }: Rush): string | null {
  if (speed <= 1) return null
  return `One reason: here an order really travels, and told ${speed} times as fast as life that counts ${speed} times.`
}

/** How much of their time those at a station have to do. */
export function busyInWords({ busy, servers }: Station): string {
  const each = servers === 1 ? 'busy' : 'each busy'
  const percent = Math.round(busy * 100)
  return busy >= 1 ? `would have to be ${each} ${percent} % of the time` : `${each} ${percent} % of the time`
}
