import type { OfficeSide } from '#rush/rush.ts'
import { type Floor, isNarrow, MARGIN } from '../floor.ts'
import { officePlan, WALL_HEIGHT } from '../office-scene.ts'
import type { Part } from './vocabulary.ts'

/** How high a label is. */
export const LABEL = 24
/** Beneath the awning customers come in. */
const STREET = 0.44

export type At = { left?: number; right?: number; top: number }

/** Where the labels of the office are, whatever their words. Nobody stands or sits behind one. */
export function officeLabels(side: Pick<OfficeSide, 'cooks' | 'clerks'>, floor: Floor): [Part, At][] {
  const { stove, till } = officePlan(side, floor)
  const onCounter = floor.counterY - LABEL
  const underWall = isNarrow(floor) ? -14 : WALL_HEIGHT - 13
  // The customers of the counter stand at its right, and whoever sits or waits has their head below it.
  const besideTill = isNarrow(floor)
    ? { left: till.x - 20, top: onCounter }
    : { left: till.x + till.width + 8, top: floor.counterY - floor.slab + 8 }
  return [
    ['customer', { left: floor.inside + 8, top: Math.round(floor.height * STREET) }],
    ['cashier', besideTill],
    ['crew', { left: stove.x + 4, top: onCounter }],
    ['table', { left: isNarrow(floor) ? MARGIN : floor.wallX + 14, top: underWall }],
    ['display', { right: floor.width - floor.inside + 28, top: underWall }],
    ['line', { right: floor.width - floor.wallX + 8, top: 3 }],
  ]
}
