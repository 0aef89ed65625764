import { type Floor, MARGIN } from './floor.ts'
import { type Place, visitor } from './places.ts'

const DRAWN = 24

/** Those who walked out stand at the door, the last of them in front. */
export function outside(walkedOut: number[], floor: Floor): Place[] {
  const size = Math.round(floor.figure * 0.72)
  const width = floor.width - floor.inside - MARGIN
  const perRow = Math.max(2, Math.floor(width / (size * 0.42)))
  return walkedOut.slice(-DRAWN).map((name, index) => ({
    ...visitor(name, () => 0, ''),
    stoodMs: null,
    pose: 'leaving',
    x: floor.inside + MARGIN + size * 0.42 * ((index % perRow) + 0.4),
    y: floor.height - 12 - Math.floor(index / perRow) * size * 0.42,
    height: size,
  }))
}
