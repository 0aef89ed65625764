import type { Person } from '#rush/rush.ts'
import { type Floor, isNarrow, MARGIN } from './floor.ts'
import { pack, spotAt } from './pack.ts'
import { type Place, type Sign, type Standing, visitor } from './places.ts'
import type { Usher } from './usher.ts'

/** Of each group, the last; the others have gone round the corner. */
export const DRAWN = 8
/** Of the street: above it hangs the awning. */
const UNDER_THE_AWNING = 0.43
/** Of the figures in the house: whoever has the street for themselves, and whoever shares it. */
const SIZES = { alone: 0.72, shared: 0.52 }
/** Of a figure: above it is the air over their head. */
const HEAD = 0.88
/** How high a sign is. */
const SIGN = 20

type Street = { people: Place[]; signs: Sign[] }
type Plot = { from: number; to: number; top: number; bottom: number; figure: number }

/** On the street: those who were asked to come back later, and apart from them those who walked out. Signs say which is which, and how many more there are of each. */
export function outside(
  { walkedOut, aside }: { walkedOut: { customer: number }[]; aside?: Person[] },
  floor: Floor,
  stood: Standing,
  usher: Usher,
): Street {
  const gone = group(
    'gone',
    walkedOut.map(({ customer }) => customer),
    plotOf('gone', floor, aside),
    stood,
    usher,
  )
  const people = gone.people.map(one => ({ ...one, stoodMs: null, pose: 'leaving' as const }))
  if (!aside) return { people, signs: gone.signs }
  const later = group('later', aside, plotOf('later', floor, aside), stood, usher)
  return { people: [...later.people, ...people], signs: [...later.signs, ...gone.signs] }
}

function group(which: 'later' | 'gone', all: Person[], plot: Plot, stood: Standing, usher: Usher): Street {
  const drawn = all.slice(-DRAWN)
  const places = usher.keep(which, drawn)
  const spots = pack(usher.most(which, drawn.length), {
    ...plot,
    top: plot.top + SIGN,
    breadth: 0.42,
    depth: 0.42,
  })
  const people = drawn.map((name, index) => ({
    ...visitor(name, stood, ''),
    ...spotAt(spots, places[index]),
  }))
  const said = [
    which === 'later' && all.length > 0 && 'later',
    all.length > DRAWN && `+${all.length - DRAWN}`,
  ]
  const text = said.filter(Boolean).join(' ')
  if (text === '') return { people, signs: [] }
  const xs = spots.map(({ x }) => x)
  const sign = {
    x: (Math.min(...xs) + Math.max(...xs)) / 2,
    y: Math.min(...spots.map(({ y, height }) => y - height * HEAD)),
    from: plot.from,
    slip: { text, kind: 'lost' as const },
  }
  return { people, signs: [sign] }
}

/** Where each group stands: side by side, and in a narrow street one behind the other. Where nobody is ever asked to come back, those who left have all of it. */
function plotOf(which: 'later' | 'gone', floor: Floor, aside: Person[] | undefined): Plot {
  const all = {
    from: floor.inside + MARGIN / 2,
    to: floor.width - 2,
    top: floor.height * UNDER_THE_AWNING,
    bottom: floor.height - 12,
    figure: Math.round(floor.figure * (aside ? SIZES.shared : SIZES.alone)),
  }
  if (!aside) return all
  if (isNarrow(floor)) {
    const middle = (all.top + all.bottom) / 2
    return which === 'later' ? { ...all, bottom: middle } : { ...all, top: middle }
  } else {
    const middle = (all.from + all.to) / 2
    return which === 'later' ? { ...all, to: middle - MARGIN / 2 } : { ...all, from: middle + MARGIN / 2 }
  }
}
