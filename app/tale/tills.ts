import type { Floor } from './floor.ts'
import type { Slab } from './places.ts'

const SMALLEST_FIGURE = 34
/** Where there is room nobody stands before the pan. */
const COUNTER = { close: { gap: 1.05, before: 0.8 }, roomy: { gap: 2.2, before: 0.94 } }

/** Places along a counter: somebody behind it, and somebody before. */
export function tills(
  count: number,
  x: number,
  span: number,
  { figure, counterY: y, slab: high, isRoomy }: Floor,
) {
  const counter = COUNTER[isRoomy ? 'roomy' : 'close']
  const gap = Math.min(figure * counter.gap, span / count)
  const height = Math.min(figure, Math.max(SMALLEST_FIGURE, gap * 1.15))
  return {
    x,
    width: gap * count,
    at: (index: number) => ({ x: x + gap * (index + 0.36), y: y - high + 14, height }),
    before: (index: number) => ({ x: x + gap * (index + counter.before), y: y + figure * 0.2, height }),
    slab: (kind: Slab['kind'], fires: boolean[]): Slab => ({ x, y, width: gap * count, high, kind, fires }),
  }
}
