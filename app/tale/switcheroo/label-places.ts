import type { OfficeSide } from '#rush/rush.ts'
import { type Floor, isNarrow, MARGIN } from '../floor.ts'
import { officePlan, WALL_HEIGHT } from '../office-scene.ts'
import type { Part } from './vocabulary.ts'

/** How high a label is. */
export const LABEL = 26
/** Above the awning, beneath which customers come in and stand. */
const STREET = 0.16
/** So far a label sticks out of the large display. */
const OVER = 8

export type At = { left?: number; right?: number; top: number }

/** Where the labels of the office are, whatever their words. Nobody stands or sits behind one. */
export function officeLabels(side: Pick<OfficeSide, 'cooks' | 'clerks'>, floor: Floor): [Part, At][] {
  const { stove, till } = officePlan(side, floor)
  const onCounter = floor.counterY - LABEL
  const underWall = isNarrow(floor) ? -14 : WALL_HEIGHT - 14
  // The customers of the counter stand at its right, and whoever sits or waits has their head below it.
  const besideTill = isNarrow(floor)
    ? { left: till.x - 20, top: onCounter }
    : { left: till.x + till.width + 8, top: floor.counterY - floor.slab + 10 }
  return [
    ['customer', { left: floor.inside + 10, top: Math.round(floor.height * STREET) }],
    ['cashier', besideTill],
    ['crew', { left: stove.x + 4, top: onCounter + 3 }],
    ['table', { left: isNarrow(floor) ? MARGIN : floor.wallX - OVER, top: underWall }],
    [
      'display',
      { right: floor.width - floor.inside + (isNarrow(floor) ? 28 : MARGIN - OVER), top: underWall },
    ],
    ['line', { right: floor.width - floor.wallX + 8, top: 3 }],
  ]
}
