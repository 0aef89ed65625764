/**
 * How numbers are laid out on a wall. All lengths are in hundredths of the short side of a 16:9 frame that fits the
 * screen: `1vh` on a television, `1vw` on one hung upright. Chosen by arithmetic, not by the browser, so that
 * the server's first paint, an old television and a new one all show the same numbers at the same size.
 */
export type Box = { width: number; height: number; smallest: number; largest: number }

export type Grid = { columns: number; rows: number; size: number }

/** Rubik's tabular digits are 0.665 em wide; the rest is air on both sides of a number. */
const DIGIT_EM = 0.665
const AIR_EM = 0.2
const ROW_EM = 0.96

/** The largest digits at which `count` numbers fit the box; with more than fit at the smallest, the fullest grid. */
export function arrange(count: number, digits: number, box: Box): Grid {
  const grids = gridsOf(digits, box)
  const fitting = grids.filter(grid => holds(grid) >= count)
  if (fitting.length > 0) return fitting.reduce(better)
  return grids.reduce((a, b) => (holds(b) > holds(a) ? b : a))
}

/** How many numbers the box can hold at its smallest digits. */
export function capacity(digits: number, box: Box): number {
  return holds(arrange(Number.POSITIVE_INFINITY, digits, box))
}

function holds(grid: Grid): number {
  return grid.columns * grid.rows
}

/** Larger digits first; among equals the roomier grid, so that numbers keep their places while more arrive. */
function better(a: Grid, b: Grid): Grid {
  if (a.size !== b.size) return b.size > a.size ? b : a
  return holds(b) > holds(a) ? b : a
}

function gridsOf(digits: number, { width, height, smallest, largest }: Box): Grid[] {
  const numberEm = digits * DIGIT_EM + AIR_EM
  const mostColumns = Math.max(1, Math.floor(width / (numberEm * smallest)))
  const mostRows = Math.max(1, Math.floor(height / (ROW_EM * smallest)))

  const grids: Grid[] = []
  for (let columns = 1; columns <= mostColumns; columns++) {
    for (let rows = 1; rows <= mostRows; rows++) {
      const size = Math.min(largest, width / columns / numberEm, height / rows / ROW_EM)
      grids.push({ columns, rows, size: Math.floor(size * 10) / 10 })
    }
  }
  return grids
}
