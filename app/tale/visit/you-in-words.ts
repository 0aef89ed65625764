import type { Customer } from '#rush/customers.ts'
import type { Person } from '#rush/rush.ts'
import { ageOf } from '../ages.ts'
import { duration } from '../duration.ts'
import { capital, count } from '../in-words.ts'
import { LARGE } from '../large-order.ts'
import type { Side } from '../three-clocks.ts'
import type { You } from './visit.ts'

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

export type Around = { line: readonly Person[]; served: readonly (Person | null)[]; customers: Customer[] }

/** Where the reader is and who is in the way: what changes a few times in a visit, so that it can be read out. */
export function whereYouAre(side: Side, you: You, around: Around): string {
  switch (you.at) {
    case 'door':
      return 'You are at the door. A few others are a little faster.'
    case 'line':
      return inLine(side, around)
    case 'till':
      return 'It is your turn.'
    case 'chair':
      return `You have number ${you.number} and sit down. The kitchen knows; nobody needs you at the counter.`
    case 'fed':
      return side === 'apartment'
        ? `Your six nuggets! You stood for ${duration(you.stoodMs)} and are ${ageOf(you.stoodMs).words}.`
        : `Number ${you.number} is ready: your six nuggets. You stood for ${duration(you.stoodMs)} and had your food after ${duration(you.foodMs)}.`
    case 'gone':
      return you.stoodMs === 0
        ? 'The doors were closed before you came in.'
        : `You stood for ${duration(you.stoodMs)} and left with nothing.`
  }
}

/** How long the reader has stood by now, and what it does to people. */
export function howOldYouAre({ at }: You, stoodMs: number): string {
  return at === 'line' || at === 'till'
    ? `You have stood for ${duration(stoodMs)} and are ${ageOf(stoodMs).words}.`
    : ''
}

function inLine(side: Side, { line, served, customers }: Around): string {
  const place = line.indexOf('guest')
  if (place === -1)
    return side === 'apartment'
      ? 'It is your turn: your nuggets are in the pan, and you stand until they are done.'
      : 'It is your turn.'
  const where = `You are ${PLACES[place] ?? 'far back'} in line.`
  const portions = (name: Person | null) =>
    typeof name === 'number' ? (customers[name - 1]?.portions ?? 0) : 0
  if (side === 'office') return where
  const inPan = Math.max(0, ...served.map(portions))
  if (inPan >= LARGE)
    return `${where} Somebody ordered ${inPan} portions, for a whole office: ${whatThatKeeps(served.length)}.`
  const giant = line.slice(0, place).find(name => portions(name) >= LARGE)
  if (giant !== undefined)
    return `${where} One of those before you is going to order ${portions(giant)} portions, for a whole office.`
  if (place === 0) return where
  const first = served.length === 1 ? 'taken and cooked' : 'taken'
  return `${where} ${capital(count(place, 'order'))} will be ${first} before yours.`
}

/** With more hands than one the others go on. */
function whatThatKeeps(hands: number): string {
  return hands === 1 ? 'all are cooked first' : `one of ${count(hands, 'pair')} of hands cooks nothing else`
}
