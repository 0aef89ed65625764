import { duration } from '#app/tale/duration.ts'
import { capital, count } from '#app/tale/in-words.ts'
import type { Rush } from '#rush/rush.ts'
import type { LineName } from './lines.ts'

/** What a day had of which no formula for this line knows, as a sentence; null when the formula is for such a day. */
export function whyNoFormula(rush: Rush, line: LineName): string | null {
  const { settings, sides } = rush
  if (hadGuests(rush, line)) return GUESTS
  const left = sides[line === 'apartment' ? 'apartment' : 'office'].walkedOut.length
  if (line !== 'counter' && settings.coachPortions > 0)
    return 'One order was for a whole coach, and the formula knows no such order.'
  // Who leaves makes the wait of others shorter; who is asked to come back is what makes it longer.
  const full = line === 'counter' ? fullKitchen(rush) : null
  if (full !== null) return full
  return left > 0
    ? `${capital(count(left, 'customer'))} walked out, and the formula knows only people who stay.`
    : null
}

/** Why arithmetic knows no other such day; null when it does: a giant order and people without patience it knows too. */
export function whyUnlikeItsKind(rush: Rush, line: LineName): string | null {
  if (hadGuests(rush, line)) return GUESTS
  if (line === 'apartment') return null
  return (line === 'food' ? crewChanged(rush) : null) ?? fullKitchen(rush)
}

const GUESTS = 'Guests ordered too, of whom neither the formula nor any other such day knows.'

function hadGuests({ sides }: Rush, line: LineName): boolean {
  return sides[line === 'apartment' ? 'apartment' : 'office'].hadGuests
}

/** No formula is for two crews. Whoever is hired cooks beside those of the settings; whoever walked out is missed from then on. */
export function crewChanged({ walkOuts, hires }: Rush): string | null {
  const changes = [...walkOuts, ...hires].map(({ atMs }) => atMs)
  return changes.length === 0
    ? null
    : `The crew changed at ${duration(Math.min(...changes))}, so no one formula holds.`
}

/** Those who are asked to come back later have no number yet, and are still on the clock of the counter. */
function fullKitchen({ sides }: Rush): string | null {
  return sides.office.sentAway > 0
    ? 'A kitchen that is full asks people to come back, which counts at the counter, and the formula knows only the clerks.'
    : null
}
