import type { ApartmentSide, OfficeSide } from '#rush/rush.ts'
import type { OfficeNow } from '../office-scene.ts'
import type { You } from './visit.ts'

/** The line near the apartment with the reader in it: from the moment of ordering, though the picture may come a little later. */
export function apartmentWithYou(side: ApartmentSide, { at }: You): ApartmentSide {
  const isKnown = side.line.includes('guest') || side.hands.includes('guest')
  if (at === 'line') return isKnown ? side : { ...side, line: [...side.line, 'guest'] }
  return {
    ...side,
    line: side.line.filter(customer => customer !== 'guest'),
    hands: side.hands.map(customer => (customer === 'guest' ? null : customer)),
  }
}

/** The office with the reader behind those who were `ahead`, and then on a chair. */
export function officeWithYou(side: OfficeSide, you: You, ahead: (customer: number) => boolean): OfficeNow {
  if (you.at === 'chair')
    return { ...side, seated: [...side.seated, { customer: 'guest', number: you.number }] }
  if (you.at !== 'line') return side
  const before = side.line.filter(ahead)
  const behind = side.line.filter(customer => !ahead(customer))
  return { ...side, line: [...before, 'guest', ...behind] }
}
