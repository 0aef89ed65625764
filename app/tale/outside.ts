import { type Floor, MARGIN } from './floor.ts'
import { pack, spotAt } from './pack.ts'
import { type Place, type Standing, visitor } from './places.ts'
import type { Usher } from './usher.ts'

const DRAWN = 24
/** Of the street: above it hangs the awning. */
const UNDER_THE_AWNING = 0.42

/** On the street: those who were asked to come back later, the first of them with a note of it, and those who walked out. */
export function outside(
  { walkedOut, aside = [] }: { walkedOut: { customer: number }[]; aside?: number[] },
  floor: Floor,
  stood: Standing,
  usher: Usher,
): Place[] {
  const gone = walkedOut.slice(-DRAWN).map(({ customer }) => customer)
  const people = [...gone, ...aside]
  const places = usher.keep('street', people)
  const spots = pack(usher.most('street', people.length), {
    from: floor.inside + MARGIN / 2,
    to: floor.width - 2,
    top: floor.height * UNDER_THE_AWNING,
    bottom: floor.height - 12,
    figure: Math.round(floor.figure * 0.72),
    breadth: 0.42,
    depth: 0.42,
  })
  return [
    ...gone.map((name, index) => ({
      ...visitor(name, stood, ''),
      ...spotAt(spots, places[index]),
      stoodMs: null,
      pose: 'leaving' as const,
    })),
    ...aside.map((name, index) => ({
      ...visitor(name, stood, ''),
      ...spotAt(spots, places[gone.length + index]),
      slip: index === 0 ? { text: 'later', kind: 'lost' as const } : null,
    })),
  ]
}
