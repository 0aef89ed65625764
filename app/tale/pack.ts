import type { Spot } from './places.ts'

const SCALES = [1, 0.86, 0.72, 0.6, 0.5, 0.42, 0.36]

type Room = {
  from: number
  to: number
  /** No head above. */
  top: number
  /** The feet of the first row. */
  bottom: number
  figure: number
  /** How much of a figure's height each takes of the row, and each row of the floor. */
  breadth: number
  depth: number
}

/** A line that winds to and fro from the left; where it would need more rows than there is room for, people are drawn smaller, and at last closer. */
export function pack(count: number, { from, to, top, bottom, figure, breadth, depth }: Room): Spot[] {
  const width = to - from
  const perRowAt = (size: number) => Math.max(1, Math.floor(width / (size * breadth)))
  const rowsAt = (size: number) => 1 + Math.max(0, Math.floor((bottom - top - size) / (size * depth)))
  const sizes = SCALES.map(scale => Math.round(figure * scale))
  const size = sizes.find(size => count <= perRowAt(size) * rowsAt(size)) ?? Math.round(figure * 0.32)
  const perRow = perRowAt(size)
  const rows = Math.ceil(count / perRow)
  const step = Math.min(size * depth, Math.max(0, bottom - top - size) / Math.max(1, rows - 1))
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / perRow)
    const along = index % perRow
    const winding = row % 2 === 0 ? along : perRow - 1 - along
    return { x: from + size * breadth * (winding + 0.5), y: bottom - row * step, height: size }
  })
}

export function spotAt(spots: Spot[], index: number | undefined): Spot {
  const found = spots[index ?? spots.length]
  if (!found) throw new Error('nobody packed so many')
  return found
}
