import type { Board } from '#orders/board.ts'
import { arrange, type Box, capacity, type Grid } from './arrange.ts'
import { pageAt } from './pages.ts'

/** Lying is a television as it is made, boxy a screen less wide than that (16:10, 4:3), upright a television on its side. */
export const SHAPES = ['lying', 'boxy', 'upright'] as const
export type Shape = (typeof SHAPES)[number]

export type Section = {
  numbers: number[]
  grids: Record<Shape, Grid>
  page: number
  pages: number
  more: boolean
  /** What of it a boxy screen shows at this turn. */
  boxy: { numbers: number[]; more: boolean }
}
export type Plan = { preparing: Section; ready: Section; attention: Section }

/** The heights of a wall, as wall.module.css has them: the room for both lists, and what else takes from it. */
const ROOM = { lying: 85, boxy: 85, upright: 156.8 }
const STALE_SLAB = { lying: 14.2, boxy: 14.2, upright: 25.5 }
const COUNTER_STRIP = { lying: 14.8, boxy: 14.8, upright: 24.8 }
const HEADING = 11
const FOOT = 3
const READY_SHARE_UPRIGHT = 0.6

/**
 * Digits are 0.703 em high. Lying and boxy the smallest size makes 10 vh. Upright it makes 9.3 vw: a screen
 * hung upright is as far away as one that lies, so there the width counts; its largest makes 18 vw, which is 10 vh.
 */
const LYING = { smallest: 14.5, largest: 22 }
const BOXY = { smallest: 14.3, largest: 21.4 }
const UPRIGHT = { smallest: 13.2, largest: 25.6 }

function boxesOf(taken: Record<Shape, number>): Record<keyof Plan, Record<Shape, Box>> {
  const lying = ROOM.lying - taken.lying - HEADING - FOOT
  const boxy = ROOM.boxy - taken.boxy - HEADING - FOOT
  const upright = ROOM.upright - taken.upright
  return {
    ready: {
      lying: { width: 97.6, height: lying, ...LYING },
      boxy: { width: 94.2, height: boxy, ...BOXY },
      upright: { width: 88, height: READY_SHARE_UPRIGHT * upright - HEADING - FOOT, ...UPRIGHT },
    },
    preparing: {
      lying: { width: 64.2, height: lying, ...LYING, largest: LYING.smallest },
      boxy: { width: 31.4, height: boxy, ...BOXY, largest: BOXY.smallest },
      upright: { width: 92, height: (1 - READY_SHARE_UPRIGHT) * upright - HEADING, ...UPRIGHT },
    },
    attention: {
      lying: { width: 108, height: 14, ...LYING, largest: LYING.smallest },
      boxy: { width: 76, height: 14, ...BOXY, largest: BOXY.smallest },
      upright: { width: 88, height: 13.4, ...UPRIGHT, largest: UPRIGHT.smallest },
    },
  }
}

/** Which numbers stand where at this turn, on every shape of screen: the server cannot know which it is. */
export function planOf(board: Board, turn: number, isStale: boolean): Plan {
  const lists = {
    preparing: numbersOf(board.preparing),
    ready: numbersOf(board.ready),
    attention: numbersOf(board.attention),
  }
  const all = [...lists.preparing, ...lists.ready, ...lists.attention]
  const digits = String(Math.max(10, ...all)).length
  const takenOn = (shape: Shape) =>
    (isStale ? STALE_SLAB[shape] : 0) + (lists.attention.length > 0 ? COUNTER_STRIP[shape] : 0)
  const boxes = boxesOf(byShape(takenOn))

  /**
   * Lying and upright show the same page. A boxy screen has fewer columns: it shows a part of that page, and the next
   * part when the pages have come round.
   */
  const sectionOf = (name: keyof Plan): Section => {
    const most = byShape(shape => capacity(digits, boxes[name][shape]))
    const perPage = Math.min(most.lying, most.upright)
    const perPart = Math.min(most.boxy, perPage)

    const numbers = lists[name]
    const grids = byShape(shape => {
      const mostShown = shape === 'boxy' ? perPart : perPage
      const grid = arrange(Math.min(numbers.length, mostShown), digits, boxes[name][shape])
      return { ...grid, rows: Math.min(grid.rows, Math.ceil(mostShown / grid.columns)) }
    })
    const staying = (shape: Shape) => (name === 'ready' && !isStale ? grids[shape].columns : 0)
    const { shown, page, pages } = pageAt(numbers, perPage, turn, staying('lying'))
    const part = pageAt(shown, perPart, Math.floor(turn / pages), staying('boxy'))

    const more = pages > 1 || board.counts[name] > numbers.length
    const boxy = { numbers: part.shown, more: more || part.pages > 1 }
    return { numbers: shown, grids, page, pages, more, boxy }
  }
  return { preparing: sectionOf('preparing'), ready: sectionOf('ready'), attention: sectionOf('attention') }
}

function numbersOf(entries: Board['ready']): number[] {
  return entries.map(entry => entry.number)
}

function byShape<T>(of: (shape: Shape) => T): Record<Shape, T> {
  return { lying: of('lying'), boxy: of('boxy'), upright: of('upright') }
}
