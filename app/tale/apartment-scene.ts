import type { ApartmentSide } from '#rush/rush.ts'
import { type Floor, hasRoomForWords, MARGIN } from './floor.ts'
import { outside } from './outside.ts'
import { pack, spotAt } from './pack.ts'
import { type Scene, type Standing, visitor, worker } from './places.ts'
import { tills } from './tills.ts'
import type { Usher } from './usher.ts'

/** Beside the counter there is room to say what it is, where it is said. */
const LABEL_OF_COUNTER = 370

/** Along the counter of so many hands. */
export function apartmentTills(hands: number, floor: Floor) {
  const label = hasRoomForWords(floor) ? LABEL_OF_COUNTER : 0
  return tills(hands, MARGIN, floor.inside - 2 * MARGIN - label, floor)
}

/** Near the apartment: every pair of hands has a till, and whoever is served stands before it until the food is there. */
export function apartmentScene(
  { hands, line, walkedOut }: Pick<ApartmentSide, 'hands' | 'line' | 'walkedOut'>,
  floor: Floor,
  stood: Standing,
  usher: Usher,
): Scene {
  const till = apartmentTills(hands.length, floor)
  const staff = hands.map((customer, hand) => ({
    ...worker(`hand-${hand}`, hand),
    ...till.at(hand),
    customer: customer === 'guest' ? null : customer,
    pose: customer === null ? ('clerk' as const) : ('cooking' as const),
  }))
  const served = hands.flatMap((customer, hand) =>
    customer === null ? [] : [{ ...visitor(customer, stood, 'here'), ...till.before(hand) }],
  )
  const spots = pack(usher.most('line', line.length), {
    from: MARGIN,
    to: floor.inside - MARGIN,
    top: floor.figure * 0.8,
    bottom: floor.height - 12,
    figure: floor.figure,
    breadth: floor.isRoomy ? 0.6 : 0.42,
    depth: 0.3,
  })
  const standing = line.map((customer, index) => ({
    ...visitor(customer, stood, 'here'),
    ...spotAt(spots, index),
  }))
  const street = outside({ walkedOut }, floor, stood, usher)
  const fires = hands.map(customer => customer !== null)
  return {
    staff,
    people: [...served, ...standing, ...street.people],
    slabs: [till.slab('counter', fires)],
    signs: street.signs,
    chairs: [],
    rail: null,
    floor,
    backdrop: '#f8e6c0',
  }
}
