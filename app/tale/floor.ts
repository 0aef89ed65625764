import type { Side } from './three-clocks.ts'

/** The ground plan of a lane, in sixteenths of a rem. */
export type Floor = {
  width: number
  height: number
  /** How high a grown figure is drawn. */
  figure: number
  /** Up to there it is the house; from there on the street. */
  inside: number
  /** Where the large display begins. */
  wallX: number
  /** Where the tickets hang; everybody who works stands below. */
  railY: number | null
  /** Lower edge of the counters, and how high they are. */
  counterY: number
  slab: number
  /** Few people and much room: they stand apart, and what they hold up is said in full. */
  isRoomy: boolean
}

const NARROW_BELOW = 640
/** Where words are as wide as the lane's legend gives way to them. */
const WORDS_FROM = 1120
const RAIL_HEIGHT = 36
const STREET = { wide: 150, roomy: 132 }
/** The office's have room for what lies on them and for what they are called. */
const SLABS: Record<Side, number> = { apartment: 34, office: 58 }
export const MARGIN = 14

export function isNarrow({ width }: Pick<Floor, 'width'>): boolean {
  return width < NARROW_BELOW
}

/** Whether the labels have room for their words, in letters that can be read from afar; elsewhere they are numbers, and the legend has the words. */
export function hasRoomForWords({ width }: Pick<Floor, 'width'>): boolean {
  return width >= WORDS_FROM
}

export function floorOf(width: number, side: Side, isLarge = false): Floor {
  const narrow = isNarrow({ width })
  const isRoomy = isLarge && !narrow
  const figure = narrow ? Math.min(84, Math.max(60, Math.round(width * 0.14))) : isRoomy ? 136 : 92
  const inside = width - (narrow ? figure + 2 : STREET[isRoomy ? 'roomy' : 'wide'])
  const rail = side === 'office' ? RAIL_HEIGHT : 0
  const slab = SLABS[side]
  return {
    width,
    height: Math.round(narrow ? figure * 2.2 + 46 : figure * 1.9 + 24) + slab + rail,
    figure,
    inside,
    wallX: Math.round(inside * 0.58),
    railY: rail > 0 ? 12 : null,
    counterY: figure + slab - 4 + rail,
    slab,
    isRoomy,
  }
}
