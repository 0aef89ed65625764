import type { Customer } from '#rush/customers.ts'
import type { Rush } from '#rush/rush.ts'
import { count } from '../in-words.ts'
import type { Side } from '../three-clocks.ts'

/** What a visit was for, when the reader has the food. It speaks of the order for many from when that is cooked, and of none where there is none. */
export function moral(rush: Rush, side: Side, large: Customer | undefined): string {
  return side === 'apartment' ? nearApartment(rush, large) : nearOffice(rush, large)
}

function nearApartment({ sides, clocks }: Rush, large: Customer | undefined): string {
  const { hands } = sides.apartment
  const wasInTheWay =
    large && hands.length === 1 && (hands.includes(large.name) || isAmong(clocks.apartment, large))
  const so = wasInTheWay ? `and behind an order of ${large.portions} all stand` : 'so everybody stands'
  return `Nobody did anything wrong. Whoever cooks cannot take orders, ${so}.`
}

function nearOffice(rush: Rush, large: Customer | undefined): string {
  const keeps = large && KEEPS[stateOf(rush, large)]
  return keeps
    ? `The order of ${large.portions} ${keeps} ${oneCook(rush)} busy, and nobody at the counter.`
    : 'You sat while it was cooked, and the counter was free for the next.'
}

const KEEPS = { waiting: null, cooking: 'keeps', done: 'kept' }

function stateOf({ sides: { office }, clocks }: Rush, large: Customer): keyof typeof KEEPS {
  if (office.cooks.some(({ alive, customer }) => alive && customer === large.name)) return 'cooking'
  const seat = office.seated.find(({ customer }) => customer === large.name)
  const isDone = isAmong(clocks.office, large) || (seat && office.wall.ready.includes(seat.number))
  return isDone ? 'done' : 'waiting'
}

/** Of so many only while none came to help and none left. */
function oneCook({ settings: { cooks }, hires, walkOuts }: Rush): string {
  if (hires.length > 0 || walkOuts.length > 0) return 'one cook'
  return cooks === 1 ? 'the only cook' : `one of ${count(cooks, 'cook')}`
}

function isAmong(served: Rush['clocks']['office'], { name }: Customer): boolean {
  return served.some(({ customer }) => customer === name)
}
