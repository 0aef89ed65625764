import { quantile } from '#rush/clocks.ts'
import { meanOf } from '#rush/interval.ts'
import type { Rush } from '#rush/rush.ts'
import { duration } from './duration.ts'
import { capital, count } from './in-words.ts'

/** What a rush showed, in two sentences with its figures. */
export function summarize(rush: Rush): [string, string] {
  return [whatWaitingWas(rush), whatItShows(rush)]
}

function whatWaitingWas({ clocks }: Rush): string {
  const [apartment, office] = [medians(clocks.apartment), medians(clocks.office)]
  if (!apartment || !office) return 'Nobody was served on both sides, so there is nothing to compare.'
  return (
    `Half of those near the apartment stood for ${duration(apartment.counter)} or longer and had their food then; ` +
    `half of those near the office could sit down within ${duration(office.counter)} and had their food within ${duration(office.food)}.`
  )
}

function medians(clocks: Rush['clocks']['office']): { counter: number; food: number } | null {
  const counter = quantile(
    clocks.map(({ counterMs }) => counterMs),
    0.5,
  )
  const food = quantile(
    clocks.map(({ foodMs }) => foodMs),
    0.5,
  )
  return counter === null || food === null ? null : { counter, food }
}

function whatItShows(rush: Rush): string {
  const { walkOuts, sides } = rush
  const left = whoLeft(sides)
  const mended = walkOuts.find(({ takenUpAtMs }) => takenUpAtMs !== null)
  if (mended?.takenUpAtMs != null) {
    const pause = duration(mended.takenUpAtMs - mended.atMs)
    return `A cook was gone in the middle of number ${mended.number}, and ${pause} later another had taken the same number up; ${left}.`
  }
  if (sides.office.walkedOut.length > 3) {
    return `${capital(left)}: a queue hides too much work for a while, until it is full and says so at the door.`
  }
  return `${capital(left)}${staff(rush)}.`
}

function whoLeft({ apartment, office }: Rush['sides']): string {
  const [here, there] = [apartment.walkedOut.length, office.walkedOut.length]
  if (here === 0 && there === 0) return 'nobody walked out'
  return `${count(here, 'customer')} walked out near the apartment and ${count(there, 'customer')} near the office`
}

/** Said with the means, since it is about all that was cooked. */
function staff({ settings, clocks }: Rush): string {
  if (clocks.apartment.length === 0 || clocks.office.length === 0) return ''
  const [hands, crew] = [settings.apartmentHands, settings.clerks + settings.cooks]
  const sooner =
    meanOf(clocks.apartment.map(({ foodMs }) => foodMs)) - meanOf(clocks.office.map(({ foodMs }) => foodMs))
  const mean = `${duration(Math.abs(sooner))} ${sooner > 0 ? 'sooner' : 'later'}`
  if (hands === crew)
    return `, and with ${hands} hands on both sides the food near the office came ${mean} on average`
  return `, and with ${hands} hands against ${crew} the food near the office came ${mean} on average`
}
