import type { Side } from './three-clocks.ts'

/** The ground plan of a lane, in CSS pixels. */
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
  /** Lower edge of the counters. */
  counterY: number
}

const NARROW_BELOW = 640
const RAIL_HEIGHT = 36
export const MARGIN = 14

export function isNarrow({ width }: Pick<Floor, 'width'>): boolean {
  return width < NARROW_BELOW
}

export function floorOf(width: number, side: Side): Floor {
  const narrow = isNarrow({ width })
  const inside = width - (narrow ? 62 : 150)
  const figure = narrow ? 60 : 92
  const rail = side === 'office' ? RAIL_HEIGHT : 0
  return {
    width,
    height: (narrow ? 216 : 252) + rail,
    figure,
    inside,
    wallX: Math.round(inside * 0.58),
    railY: rail > 0 ? 12 : null,
    counterY: figure + 30 + rail,
  }
}
