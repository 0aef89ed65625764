import type { Rail } from './places.ts'

export const PAPER = { width: 30, height: 22, gap: 36 }

type Paper = { order: Rail['orders'][number]; left: number; isLegible: boolean }

/** Where each order's paper hangs on the line. Those at the end of a long one hang one behind the other, and only the first can be read. */
export function papersOn({ x, width, orders }: Rail): Paper[] {
  const apart = Math.max(1, Math.floor(width / PAPER.gap) - 2)
  const rest = width - apart * PAPER.gap - PAPER.width
  const gap = Math.min(PAPER.gap, Math.max(0, rest) / Math.max(1, orders.length - apart))
  return orders.map((order, index) => ({
    order,
    left: x + Math.min(index, apart) * PAPER.gap + Math.max(0, index - apart) * gap,
    isLegible: index < apart || gap === PAPER.gap,
  }))
}

/** Whose paper is at this point of the picture. */
export function paperAt(rail: Rail, x: number, y: number): number | null {
  if (y < rail.y || y > rail.y + PAPER.height + 4) return null
  const paper = papersOn(rail).find(({ left }) => x >= left && x <= left + PAPER.width)
  return typeof paper?.order.customer === 'number' ? paper.order.customer : null
}
