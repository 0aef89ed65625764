import type { Spot } from './places.ts'

/** Between the first columns of chairs, of a figure's height; and between the first rows, of the room's depth. */
const APART = 0.62
const ROW = 0.26
/** A third row that leaves people this large is better than seats between the seats. */
const LARGE_ENOUGH = 0.8
/** Nearer than this, of their height, people hide each other. */
const CLOSEST = 0.29
/** Where chairs are nearer to each other the numbers above them would lie on one another. */
const LEGIBLE = { along: 18, deep: 16 }

type Room = { from: number; to: number; top: number; bottom: number; figure: number }
/** Chairs for each first column, and where the rows are. */
type Layout = { perColumn: number; rows: number[] }

/**
 * At least `least` chairs, how high who sits on them is, and how many of them, the first, have room for a number above. Where more are needed they are put between and behind those that
 * stand there already: a chair is where it is, however many there are.
 */
export function chairsFor(least: number, { from, to, top, bottom, figure }: Room) {
  const columns = Math.max(1, Math.floor((to - from) / (figure * APART)))
  const pitch = (to - from) / columns
  const depth = bottom - top
  const isDeep = depth * (1 - 2 * ROW) > figure * LARGE_ENOUGH
  const chairs = new Map<string, Omit<Spot, 'height'>>()
  let legible = 0
  for (const { perColumn, rows } of layouts(isDeep)) {
    for (const row of rows)
      for (let step = 0; step < columns * perColumn; step++) {
        const column = alongOf(row) + (step % perColumn) / perColumn
        const x = from + pitch * (Math.floor(step / perColumn) + (column % 1))
        const y = bottom - depth * ROW * row
        chairs.set(`${x} ${y}`, { x, y })
      }
    const [along, deep] = [pitch / perColumn, depth * ROW * apart(rows)]
    if (along >= LEGIBLE.along && deep >= LEGIBLE.deep) legible = chairs.size
    if (chairs.size < least) continue
    const height = Math.min(figure, depth * (1 - ROW * Math.max(...rows)), along / CLOSEST)
    return {
      spots: [...chairs.values()].slice(0, Math.max(columns, least)).map(chair => ({ ...chair, height })),
      legible,
    }
  }
  throw new Error('there is always a finer layout')
}

/** Each has the chairs of those before it. */
function* layouts(isDeep: boolean): Generator<Layout> {
  yield { perColumn: 1, rows: [0] }
  yield { perColumn: 1, rows: [0, 1] }
  yield isDeep ? { perColumn: 1, rows: [0, 1, 2] } : { perColumn: 2, rows: [0, 1] }
  for (let perColumn = 2; ; perColumn *= 2) {
    yield { perColumn, rows: rowsEvery(2 / perColumn) }
    yield { perColumn, rows: rowsEvery(1 / perColumn) }
  }
}

function rowsEvery(gap: number): number[] {
  return Array.from({ length: 1 + 2 / gap }, (_, index) => index * gap)
}

function apart([first = 0, second = Number.POSITIVE_INFINITY]: number[]): number {
  return second - first
}

/** Whoever sits behind looks between those before. */
function alongOf(row: number): number {
  return row % 2 === 1 ? 0.625 : 0.375
}
