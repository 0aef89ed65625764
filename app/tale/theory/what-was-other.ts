import { duration } from '#app/tale/duration.ts'
import { capital, count } from '#app/tale/in-words.ts'
import { foretell } from '#rush/foretell.ts'
import type { Rush } from '#rush/rush.ts'
import type { LineName } from './lines.ts'

/** What a day had of which no formula for this line knows, as a sentence; null when the formula is for such a day. */
export function whyNoFormula(rush: Rush, line: LineName): string | null {
  const { settings, sides } = rush
  const left = sides[line === 'apartment' ? 'apartment' : 'office'].walkedOut.length
  if (line !== 'counter' && settings.coachPortions > 0)
    return 'One order was for a whole coach, and the formula knows no such order.'
  if (left > 0)
    return `${capital(count(left, 'customer'))} walked out, and the formula knows only people who stay.`
  return line === 'counter' ? fullKitchen(rush) : null
}

/** Why arithmetic knows no other such day; null when it does: a giant order and people without patience it knows too. */
export function whyUnlikeItsKind(rush: Rush, line: LineName): string | null {
  if (line === 'apartment') return null
  return line === 'food' ? crewChanged(rush) : fullKitchen(rush)
}

/** No formula is for two crews. Whoever is hired cooks beside those of the settings; whoever walked out is missed from then on. */
export function crewChanged({ walkOuts, hires }: Rush): string | null {
  const changes = [...walkOuts, ...hires].map(({ atMs }) => atMs)
  return changes.length === 0
    ? null
    : `The crew changed at ${duration(Math.min(...changes))}, so no one formula holds.`
}

/** Those who are asked to come back later have no number yet, and are still on the clock of the counter. */
function fullKitchen({ settings }: Rush): string | null {
  return foretell(settings).office.cooks.busy >= 1
    ? 'A kitchen that is full asks people to come back, which counts at the counter, and the formula knows only the clerks.'
    : null
}
