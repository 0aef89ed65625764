import type { Rush } from '#rush/rush.ts'
import { ageOf } from './ages.ts'
import { duration } from './duration.ts'
import { capital, count } from './in-words.ts'
import type { Standing } from './places.ts'
import type { Side } from './three-clocks.ts'

/** What a lane shows at this moment, in one or two sentences. */
export function sceneInWords({ sides }: Rush, side: Side, stood: Standing): string {
  const words =
    side === 'apartment' ? apartmentInWords(sides.apartment, stood) : officeInWords(sides.office, stood)
  const left = sides[side].walkedOut.length
  return left === 0 ? words : `${words} ${capital(count(left, 'customer'))} walked out.`
}

function apartmentInWords({ line, hands }: Rush['sides']['apartment'], stood: Standing): string {
  const served = hands.filter(customer => customer !== null)
  if (served.length === 0 && line.length === 0) return 'Nobody is here.'
  const standing = [...served, ...line].map(stood)
  return `${capital(count(served.length, 'customer stands', 'customers stand'))} at the counter until their food is cooked, and ${somebody(line.length, 'stands', 'stand')} in line behind. ${eldest(standing)}`
}

function officeInWords(
  { line, clerks, aside, queued, seated, cooks }: Rush['sides']['office'],
  stood: Standing,
): string {
  const ordering = clerks.filter(customer => customer !== null)
  const standing = [...ordering, ...line, ...aside]
  const cooking = cooks.filter(({ alive, number }) => alive && number !== null).length
  const gone = cooks.filter(({ alive, pid }) => !alive && pid !== null).length
  if (standing.length === 0 && seated.length === 0) return 'Nobody is here.'
  const crew = `${capital(count(cooking, 'cook is', 'cooks are'))} busy, and ${count(queued.length, 'order waits', 'orders wait')} on the line.${gone > 0 ? ` ${capital(count(gone, 'cook'))} walked out.` : ''}`
  const busy =
    aside.length > 0
      ? ` ${capital(count(aside.length, 'customer was', 'customers were'))} asked to come back later.`
      : ''
  const stand = `${capital(somebody(standing.length, 'stands', 'stand'))}, ${somebody(seated.length, 'sits', 'sit')}.`
  return `${stand} ${crew}${busy}${standing.length > 3 ? ` ${eldest(standing.map(stood))}` : ''}`
}

/** How the one looks who has stood longest. */
function eldest(standing: number[]): string {
  const ms = Math.max(...standing)
  return `Whoever stands longest has stood for ${duration(ms)} and is ${ageOf(ms).words}.`
}

function somebody(many: number, one: string, more: string): string {
  return many === 0 ? `nobody ${one}` : count(many, `customer ${one}`, `customers ${more}`)
}
