import type { OfficeSide, Person } from '#rush/rush.ts'
import { type Floor, isNarrow, MARGIN } from './floor.ts'
import { outside } from './outside.ts'
import { pack, spotAt } from './pack.ts'
import { type Place, type Scene, type Slip, type Spot, type Standing, visitor, worker } from './places.ts'
import { tills } from './tills.ts'

const STANDING = { breadth: 0.42, depth: 0.3 }
const SITTING = { breadth: 0.62, depth: 0.78 }
const SHORT_LINE = 0.34
const LONG_LINE = 0.56
/** Of the large display, which hangs over the picture where that is wide. */
export const WALL_HEIGHT = 118
/** Beside the line there is room to say what it is. */
const LABEL_OF_LINE = 168
const CHAIRS = [8, 16, 24, 32, 48, 64, 96, 144, 216, 324, 600]

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
  const railTo = Math.min(till.x + till.width, isNarrow(floor) ? floor.inside : floor.wallX - LABEL_OF_LINE)
  return { stove, till, rail: { x: MARGIN, y: floor.railY ?? 0, width: railTo - MARGIN } }
}

/** Near the office: cooks at the back, clerks at the counter, a short line, and chairs for those who have a number. */
export function officeScene(side: OfficeNow, floor: Floor, stood: Standing): Scene {
  const { stove, till, rail } = officePlan(side, floor)
  const served = side.clerks.flatMap((customer, index) =>
    customer === null ? [] : [{ ...visitor(customer, stood, 'here'), ...till.before(index) }],
  )

  const room = { bottom: floor.height - 12, figure: floor.figure }
  const standing = side.line
  const perRow = Math.floor((floor.inside * SHORT_LINE - MARGIN) / (floor.figure * STANDING.breadth))
  // The line is short here as a rule, and the chairs may have its room.
  const chairsFrom = floor.inside * (standing.length > 2 * perRow ? LONG_LINE : SHORT_LINE)
  const line = pack(standing.length, {
    ...room,
    ...STANDING,
    from: MARGIN,
    to: chairsFrom,
    top: floor.counterY,
  })
  const chairs = pack(chairsFor(side.seated), {
    ...room,
    ...SITTING,
    from: chairsFrom + MARGIN,
    to: floor.inside - MARGIN,
    top: floor.counterY,
  })
  return {
    staff: [...cooksOf(side, stove), ...clerksOf(side, till)],
    people: [
      ...served,
      ...standing.map((customer, index) => ({ ...visitor(customer, stood, 'here'), ...spotAt(line, index) })),
      ...seatedOf(side, chairs, stood),
      ...outside(side, floor, stood),
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
    chairs,
    rail: { ...rail, numbers: side.queued.map(({ number }) => number) },
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

/** Everyone keeps the chair of their number while others come and go. */
function seatedOf({ seated, wall }: OfficeNow, chairs: Spot[], stood: Standing): Place[] {
  const ready = new Set(wall.ready)
  return seated.map(({ customer, number }) => ({
    ...visitor(customer, stood, 'here'),
    ...spotAt(chairs, number % chairs.length),
    pose: 'sitting',
    stoodMs: null,
    slip: {
      text: customer === 'guest' ? `You, ${number}` : String(number),
      kind: ready.has(number) ? 'ready' : 'preparing',
    },
  }))
}

/** So many that no two numbers that sit now want the same one. */
function chairsFor(seated: OfficeNow['seated']): number {
  const numbers = seated.map(({ number }) => number)
  const isApart = (chairs: number) => new Set(numbers.map(number => number % chairs)).size === numbers.length
  return CHAIRS.find(chairs => chairs >= numbers.length && isApart(chairs)) ?? numbers.length + 1
}
