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

/** The office with the reader in the cashier's line, where the rush has them, and then on a chair. */
export function officeWithYou(side: OfficeSide, you: You): OfficeNow {
  const isKnown = side.line.includes('guest') || side.clerks.includes('guest')
  if (you.at === 'line') return isKnown ? side : { ...side, line: [...side.line, 'guest'] }
  const others = side.line.filter(customer => customer !== 'guest')
  const line: OfficeSide['line'] = you.at === 'till' ? ['guest', ...others] : others
  const clerks = side.clerks.map(customer => (customer === 'guest' ? null : customer))
  const here = { ...side, line, clerks }
  return you.at === 'chair'
    ? { ...here, seated: [...side.seated, { customer: 'guest', number: you.number }] }
    : here
}
