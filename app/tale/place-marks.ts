import { duration, short } from './duration.ts'
import type { Figures } from './three-clocks.ts'

export const MARKS = ['p50', 'p95'] as const
export type Mark = (typeof MARKS)[number]

/** A mark across the dots with its words beside it, which take up `long`, in the outermost row (0) or the one within. */
export type Tag = {
  mark: Mark
  ms: number
  at: number
  words: string
  long: number
  row: number
  isLeft: boolean
}

const GAP = 7
/** What a letter is wide, at most on average, in the type of the marks. */
const LETTER = { wide: 10, narrow: 8.3 }

/**
 * Where the marks of a side stand, so that no words lie on the other mark: the line of the inner row ends below the words of the
 * outer one, and those lie on that side of it. Words that would leave the picture on the right stand to the left of their line.
 */
export function placeMarks(
  figures: Figures,
  marks: readonly Mark[],
  x: (ms: number) => number,
  width: number,
  isNarrow: boolean,
): Tag[] {
  const tags = MARKS.flatMap(mark => {
    const ms = figures[mark]
    if (ms === null || !marks.includes(mark)) return []
    const words = `${mark} ${isNarrow ? short(ms) : duration(ms)}`
    const long = GAP + words.length * LETTER[isNarrow ? 'narrow' : 'wide']
    return [{ mark, ms, at: x(ms), words, long, isLeft: x(ms) + long > width, row: 0 }]
  })
  const [half, most] = tags
  if (!half || !most) return tags
  // The words of the one within must not reach the line of the outer one.
  const isCrowded = most.isLeft && most.at - half.at < half.long
  return [
    { ...half, row: most.isLeft ? 1 : 0, isLeft: half.isLeft || isCrowded },
    { ...most, row: most.isLeft ? 0 : 1 },
  ]
}
