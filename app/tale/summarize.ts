import { quantile } from '#rush/clocks.ts'
import { drawCustomers, partyOf } from '#rush/customers.ts'
import { meanOf } from '#rush/interval.ts'
import type { Rush, Side } from '#rush/rush.ts'
import { dayOnPaper } from '#rush/such-days.ts'
import { spoken } from './duration.ts'
import { capital, count } from './in-words.ts'

/** Said in seconds, it is none. */
const HARDLY_MS = 500

/** What a rush showed, in two sentences with its figures, to be read aloud. */
export function summarize(rush: Rush): [string, string] {
  return [whatWaitingWas(rush), whatItShows(rush)]
}

/** Of those who were served: what becomes of the others is in the second sentence. */
function whatWaitingWas({ clocks }: Rush): string {
  const [here, there] = [medians(clocks.apartment), medians(clocks.office)]
  if (!here && !there) return 'Nobody was served on either side, so there is nothing to compare.'
  return `${capital(nearApartment(here))}; ${nearOffice(there)}.`
}

type Medians = { served: number; counter: string; food: string }

function medians(clocks: Rush['clocks']['office']): Medians | null {
  const middle = (times: number[]) => spoken(quantile(times, 0.5) ?? 0)
  if (clocks.length === 0) return null
  return {
    served: clocks.length,
    counter: middle(clocks.map(({ counterMs }) => counterMs)),
    food: middle(clocks.map(({ foodMs }) => foodMs)),
  }
}

function nearApartment(of: Medians | null): string {
  if (!of) return 'near the apartment nobody was served'
  if (of.served === 1)
    return `the one customer who was served near the apartment stood for ${of.counter} and had the food then`
  return `of ${count(of.served, 'customer')} who were served near the apartment, half stood for ${of.counter} or longer and had their food then`
}

function nearOffice(of: Medians | null): string {
  if (!of) return 'near the office nobody was served'
  if (of.served === 1)
    return `the one who was served near the office could sit down after ${of.counter}, and the food was ready after ${of.food}`
  return `of ${count(of.served, 'customer')} who were served near the office, half could sit down within ${of.counter}, and for half the food was ready within ${of.food}`
}

function whatItShows(rush: Rush): string {
  const clauses = [
    whoWasSentHome(rush),
    whoElseOrdered(rush),
    howTheCoachFared(rush),
    whatTheCrewDid(rush),
    whoLeft(rush),
  ]
  const said = clauses.filter(clause => clause !== null).join('; ')
  return `${capital(said)}${howSoonItWasReady(rush)}.`
}

function whoWasSentHome({ state, storyMs }: Rush): string | null {
  if (state !== 'stopped') return null
  return `everyone was sent home after ${spoken(storyMs)}, so whoever still waited is not counted`
}

function whoElseOrdered({ sides }: Rush): string | null {
  const { apartment, office } = sides
  if (!apartment.hadGuests && !office.hadGuests) return null
  if (apartment.hadGuests && office.hadGuests)
    return 'guests ordered on both sides too, and the others waited for their food as well'
  const where = office.hadGuests ? 'near the office' : 'near the apartment'
  return `guests ordered ${where} too, and the others there waited for their food as well`
}

/** What the same giant order meant on each side where it was served. */
function howTheCoachFared({ settings, clocks }: Rush): string | null {
  const party = partyOf(settings, drawCustomers(settings))
  if (!party) return null
  const clockOf = (side: Side) => clocks[side].find(({ customer }) => customer === party.name)
  const [here, there] = [clockOf('apartment'), clockOf('office')]
  const fared = [
    here && `stood for ${spoken(here.counterMs)} near the apartment`,
    there &&
      `sat down ${there.counterMs < HARDLY_MS ? 'at once' : `after ${spoken(there.counterMs)}`} near the office, where all of it was ready after ${spoken(there.foodMs)}`,
  ].filter(clause => clause !== undefined)
  if (fared.length === 0) return null
  return `whoever ordered ${party.portions} portions for a coach ${fared.join(', and ')}`
}

function whatTheCrewDid({ walkOuts, hires, settings }: Rush): string | null {
  const help = hires.length > 0 ? [`${count(hires.length, 'cook')} came to help`] : []
  const [first] = walkOuts
  if (!first) return help[0] ?? null
  if (walkOuts.length > 1) return [...help, `${count(walkOuts.length, 'cook')} left in mid-rush`].join('; ')
  return [...help, whatOneLeft(first, settings.speed)].join('; ')
}

function whatOneLeft({ atMs, number, takenUpAtMs }: Rush['walkOuts'][number], speed: number): string {
  if (number === null) return 'a cook left who had no order in hand'
  if (takenUpAtMs === null)
    return `a cook was gone in the middle of number ${number}, and nobody took it up before the end`
  const laterMs = takenUpAtMs - atMs
  const ofOurs = speed > 1 ? `: ${spoken(laterMs / speed)} of ours, which no speed makes shorter` : ''
  return `a cook was gone in the middle of number ${number}, and ${spoken(laterMs)} later another had taken the same number up${ofOurs}, for a killed process holds its order until its lock runs out`
}

function whoLeft({ sides }: Rush): string {
  const [here, there] = [sides.apartment.walkedOut.length, sides.office.walkedOut.length]
  if (here === 0 && there === 0) return 'nobody walked out'
  const isFull = there > 0 && sides.office.sentAway > 0
  const why = isFull
    ? ': a queue hides too much work for a while, until it is full and says so at the door'
    : ''
  return `${whereTheyLeft(here, there)}${why}`
}

function whereTheyLeft(here: number, there: number): string {
  if (here === 0)
    return `${count(there, 'customer')} walked out near the office, and nobody near the apartment`
  if (there === 0)
    return `${count(here, 'customer')} walked out near the apartment, and nobody near the office`
  return `${count(here, 'customer')} walked out near the apartment, and ${count(there, 'customer')} near the office`
}

/** Said with the means of those who ate on both sides, since it is about all that was cooked; and of a crew that stayed and cooked for nobody else. */
function howSoonItWasReady(rush: Rush): string {
  const { settings, clocks, sides, walkOuts } = rush
  const atTheOffice = new Map(clocks.office.map(({ customer, foodMs }) => [customer, foodMs]))
  const later = clocks.apartment.flatMap(({ customer, foodMs }) => {
    const there = atTheOffice.get(customer)
    return there === undefined ? [] : [there - foodMs]
  })
  const hadGuests = sides.apartment.hadGuests || sides.office.hadGuests
  if (later.length === 0 || walkOuts.length > 0 || hadGuests) return ''
  const crew = settings.clerks + sides.office.cooks.length
  const hands =
    settings.apartmentHands === crew
      ? `with ${pairs(crew)} on both sides`
      : `with ${pairs(settings.apartmentHands)} near the apartment and ${pairs(crew)} near the office`
  const who =
    later.length < Math.max(clocks.apartment.length, clocks.office.length) ? ' for those who ate at both' : ''
  return `; ${hands} the food near the office was ready ${howMuch(meanOf(later))}${who}${whatFewerCooksWouldDo(rush)}`
}

/** For the same customers with as many hands as near the apartment, by arithmetic: it knows no full kitchen and no cook who comes in mid-rush. */
function whatFewerCooksWouldDo({ settings, sides, hires, state }: Rush): string {
  const cooks = settings.apartmentHands - settings.clerks
  const isUnlike = hires.length > 0 || sides.office.walkedOut.length > 0 || state !== 'done'
  if (isUnlike || cooks < 1 || cooks >= settings.cooks) return ''
  const laterMs = meanOf(dayOnPaper({ ...settings, cooks }).food) - meanOf(dayOnPaper(settings).food)
  const then = laterMs < HARDLY_MS ? 'just as soon' : `${spoken(laterMs)} later than that`
  return `; with ${count(cooks, 'cook')} it would have been ready ${then}, by arithmetic`
}

function pairs(hands: number): string {
  return `${count(hands, 'pair')} of hands`
}

function howMuch(laterMs: number): string {
  if (Math.abs(laterMs) < HARDLY_MS) return 'just as soon on average'
  return `${spoken(Math.abs(laterMs))} ${laterMs > 0 ? 'later' : 'sooner'} on average`
}
