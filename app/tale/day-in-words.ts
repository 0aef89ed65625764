import { foretell } from '#rush/foretell.ts'
import { PRESETS, type Preset, type RushSettings } from '#rush/settings.ts'
import { duration } from './duration.ts'
import { capital, count } from './in-words.ts'

/** What kind of day was chosen, and what so many hands can do about it. */
export function dayInWords(settings: RushSettings): string {
  return [whoComes(settings), ...whatHandsCanDo(settings)].join(' ')
}

/** A link may let more come than its preset, and for longer. */
function whoComes({ preset, perMinute, minutes }: RushSettings): string {
  const scene = PRESETS[preset]
  return perMinute === scene.perMinute && minutes === scene.minutes
    ? WHO_COMES[preset]
    : `${capital(count(perMinute, 'customer'))} a minute for ${duration(minutes * 60_000)}.`
}

const WHO_COMES: Record<Preset, string> = {
  quiet: 'Few customers.',
  lunch: 'Everybody is hungry at the same time.',
  coach: 'A quiet day, and then one order for forty.',
  'walk-out': 'In the middle of an order: the page kills a kitchen process with -9.',
  overload: 'Customers come faster than at any lunch.',
}

function whatHandsCanDo(settings: RushSettings): string[] {
  const { apartment, office } = foretell(settings)
  const isFullHere = apartment.hands.busy >= 1
  const isFullThere = office.clerks.busy >= 1 || office.cooks.busy >= 1
  if (!isFullHere && !isFullThere) {
    // Theory knows no coach and nobody who leaves.
    const isForeseen = settings.coachPortions === 0 && !settings.cookWalksOut
    return isForeseen ? ['There are hands enough for all of them.'] : []
  }
  const where = isFullHere ? (isFullThere ? 'on either side' : 'near the apartment') : 'near the office'
  const some = [
    settings.patienceMinutes !== null && 'some walk out',
    // Clerks who cannot keep up spare the kitchen.
    office.cooks.busy >= 1 && office.clerks.busy < 1 && 'the office asks some to come back later',
  ].filter(clause => clause !== false)
  const more = `More customers than so many hands can ever serve ${where}`
  return [`${more}${some.length === 0 ? '' : `: ${some.join(', and ')}`}.`]
}
