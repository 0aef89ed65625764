import type { Customer } from '#rush/customers.ts'
import type { Person, Rush } from '#rush/rush.ts'
import type { Place, Scene } from './places.ts'
import type { Side } from './three-clocks.ts'

/** From so many portions on it is for a whole office, or a coach. */
export const LARGE = 12

/** Of those who take part, the one who orders for many. */
export function whoeverOrdersForMany(customers: Customer[]): Customer | undefined {
  return customers.find(({ portions }) => portions >= LARGE)
}

/** A scene with a note of how much it is for many: on who waits for it, and where it is cooked. Whoever is served has it on the counter. */
export function withLargeOrder(scene: Scene, large: Customer | undefined): Scene {
  if (!large) return scene
  const isServed = scene.rail === null && scene.staff.some(({ customer }) => customer === large.name)
  const inShort = `${large.portions}×`
  const inFull = scene.floor.isRoomy ? `${large.portions} portions` : inShort
  const note = (one: Place, alone = inShort): Place => {
    if (one.customer !== large.name || one.pose === 'leaving') return one
    const text = one.slip ? `${one.slip.text}: ${inShort}` : alone
    return { ...one, slip: { kind: one.slip?.kind ?? 'large', text } }
  }
  return {
    ...scene,
    staff: scene.staff.map(one => note(one)),
    people: isServed ? scene.people : scene.people.map(one => note(one, inFull)),
  }
}

/** Whether `name` is there, and has no food yet. */
export function waits(
  { sides: { apartment, office } }: Pick<Rush, 'sides'>,
  side: Side,
  name: Person,
): boolean {
  if (side === 'apartment') return [...apartment.line, ...apartment.hands].includes(name)
  const seated = office.seated.map(({ customer }) => customer)
  return [...office.line, ...office.clerks, ...office.aside, ...seated].some(other => other === name)
}
