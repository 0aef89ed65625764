import type { OfficeSide, Person } from '#rush/rush.ts'
import { chairsFor } from './chairs.ts'
import { type Floor, hasRoomForWords, isNarrow, MARGIN } from './floor.ts'
import { outside } from './outside.ts'
import { pack, spotAt } from './pack.ts'
import { type Place, type Scene, type Slip, type Standing, visitor, worker } from './places.ts'
import { tills } from './tills.ts'
import type { Usher } from './usher.ts'

const STANDING = { breadth: 0.42, depth: 0.3 }
/** The line is short here; the rest of the house has chairs. */
const LINE = { wide: 0.34, narrow: 0.18 }
/** Of the large display, which hangs over the picture where that is wide. */
export const WALL_HEIGHT = 118
/** Beside the line there is room to say what it is, where it is said. */
const LABEL_OF_LINE = 168

/** The office as the rush has it, or with the reader in it. */
export type OfficeNow = Omit<OfficeSide, 'line' | 'seated'> & {
  line: Person[]
  seated: { customer: Person; number: number }[]
}

/** Where things are in the office, for what is drawn and for what is said about it. */
export function officePlan(side: Pick<OfficeSide, 'cooks' | 'clerks'>, floor: Floor) {
  const span = (isNarrow(floor) ? floor.inside : floor.wallX) - 2 * MARGIN
  const all = side.cooks.length + side.clerks.length
  const share = (span * (side.cooks.length + 0.2)) / (all + 0.6)
  const stove = tills(side.cooks.length, MARGIN, share, floor)
  const clerksX = MARGIN + stove.width + floor.figure * 0.3
  const till = tills(side.clerks.length, clerksX, span - share, floor)
  const end = isNarrow(floor) ? floor.inside : floor.wallX - (hasRoomForWords(floor) ? LABEL_OF_LINE : MARGIN)
  const railTo = Math.min(till.x + till.width, end)
  return { stove, till, rail: { x: MARGIN, y: floor.railY ?? 0, width: railTo - MARGIN } }
}

/** Near the office: cooks at the back, clerks at the counter, a short line, and chairs for those who have a number. */
export function officeScene(side: OfficeNow, floor: Floor, stood: Standing, usher: Usher): Scene {
  const { stove, till, rail } = officePlan(side, floor)
  const served = side.clerks.flatMap((customer, index) =>
    customer === null ? [] : [{ ...visitor(customer, stood, 'here'), ...till.before(index) }],
  )

  const room = { top: floor.counterY, bottom: floor.height - 12, figure: floor.figure }
  const chairsFrom = floor.inside * LINE[isNarrow(floor) ? 'narrow' : 'wide']
  const standing = side.line
  const line = pack(usher.most('line', standing.length), {
    ...room,
    ...STANDING,
    from: MARGIN,
    to: chairsFrom,
  })
  const chairs = chairsFor(usher.most('chairs', side.seated.length), {
    ...room,
    from: chairsFrom + MARGIN,
    to: floor.inside - MARGIN,
  })
  const street = outside(side, floor, stood, usher)
  return {
    staff: [...cooksOf(side, stove), ...clerksOf(side, till)],
    people: [
      ...served,
      ...standing.map((customer, index) => ({ ...visitor(customer, stood, 'here'), ...spotAt(line, index) })),
      ...seatedOf(side, chairs, stood, usher),
      ...street.people,
    ],
    slabs: [
      stove.slab(
        'stove',
        side.cooks.map(({ alive, number }) => alive && number !== null),
      ),
      till.slab(
        'counter',
        side.clerks.map(() => false),
      ),
    ],
    signs: street.signs,
    chairs: chairs.spots,
    rail: { ...rail, orders: side.queued },
    floor,
    backdrop: '#e9e3f6',
  }
}

type Tills = ReturnType<typeof tills>

/** Whoever walked out is not there; what they had in hand is. */
function cooksOf({ cooks }: OfficeNow, stove: Tills): Place[] {
  return cooks.map(({ alive, pid, customer, number }, index) => {
    const isGone = !alive && pid !== null
    const slip: Slip | null =
      number === null ? null : { text: String(number), kind: isGone ? 'lost' : 'preparing' }
    const pose = isGone ? 'nobody' : number === null ? 'cook' : 'cooking'
    const whose = typeof customer === 'number' ? customer : null
    return { ...worker(`cook-${index}`, index + 5), ...stove.at(index), customer: whose, pose, slip }
  })
}

function clerksOf({ clerks }: OfficeNow, till: Tills): Place[] {
  return clerks.map((_, index) => ({
    ...worker(`clerk-${index}`, index + 2),
    ...till.at(index),
    pose: 'clerk',
  }))
}

/** Everyone keeps their chair while others come and go. Where there is no room for all numbers, those are shown that are ready, and the reader's. */
function seatedOf(
  { seated, wall }: OfficeNow,
  { spots, legible }: ReturnType<typeof chairsFor>,
  stood: Standing,
  usher: Usher,
): Place[] {
  const ready = new Set(wall.ready)
  const chairs = usher.keep(
    'chairs',
    seated.map(({ customer }) => customer),
  )
  return seated.map(({ customer, number }, index) => {
    const chair = chairs[index] ?? spots.length
    const isReady = ready.has(number)
    const isShown = chair < legible || isReady || customer === 'guest'
    const text = customer === 'guest' ? `You, ${number}` : String(number)
    return {
      ...visitor(customer, stood, 'here'),
      ...spotAt(spots, chair),
      pose: 'sitting',
      stoodMs: null,
      slip: isShown ? { text, kind: isReady ? 'ready' : 'preparing' } : null,
    }
  })
}
