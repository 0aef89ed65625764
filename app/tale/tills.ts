import type { Floor } from './floor.ts'
import type { Slab } from './places.ts'

const SMALLEST_FIGURE = 34

/** Places along a counter: somebody behind it, and somebody before. */
export function tills(count: number, x: number, span: number, { figure, counterY: y, slab: high }: Floor) {
  const gap = Math.min(figure * 1.05, span / count)
  const height = Math.min(figure, Math.max(SMALLEST_FIGURE, gap * 1.15))
  return {
    x,
    width: gap * count,
    at: (index: number) => ({ x: x + gap * (index + 0.36), y: y - high + 14, height }),
    before: (index: number) => ({ x: x + gap * (index + 0.8), y: y + figure * 0.2, height }),
    slab: (kind: Slab['kind'], fires: boolean[]): Slab => ({ x, y, width: gap * count, high, kind, fires }),
  }
}
