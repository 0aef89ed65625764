import type { Board } from '#orders/board.ts'
import { arrange, type Box, capacity, type Grid } from './arrange.ts'
import { pageAt } from './pages.ts'

export type Section = {
  numbers: number[]
  lying: Grid
  upright: Grid
  page: number
  pages: number
  more: boolean
}
export type Plan = { preparing: Section; ready: Section; attention: Section }

/** What the amber slab of a stale screen, and the strip "See the counter", take from the lists' height. */
const STALE = { lying: 33, upright: 40 }
const COUNTER = { lying: 14.3, upright: 19 }

/**
 * Digits are 0.703 em high. Lying (16:9) the smallest size makes 10.2 vh. Upright it makes 9.3 vw: a screen
 * hung upright is as far away as one that lies, so there the width counts; its largest makes 18 vw, which is 10 vh.
 */
const LYING = { smallest: 14.5, largest: 22 }
const UPRIGHT = { smallest: 13.2, largest: 25.6 }

const BOXES = {
  ready: {
    lying: { width: 97.6, height: 71, ...LYING },
    upright: { width: 88, height: 80, ...UPRIGHT },
  },
  preparing: {
    lying: { width: 64.2, height: 71, ...LYING, largest: 18 },
    upright: { width: 92, height: 52, ...UPRIGHT },
  },
  attention: {
    lying: { width: 108, height: 14, ...LYING, largest: 14.5 },
    upright: { width: 92, height: 13, ...UPRIGHT, largest: 13.2 },
  },
}

/** Which numbers stand where at this turn. Both ways of hanging a screen hold the same numbers: the server cannot know which it is. */
export function planOf(board: Board, turn: number, isStale: boolean): Plan {
  const lists = {
    preparing: numbersOf(board.preparing),
    ready: numbersOf(board.ready),
    attention: numbersOf(board.attention),
  }
  const all = [...lists.preparing, ...lists.ready, ...lists.attention]
  const digits = String(Math.max(10, ...all)).length
  const taken = {
    lying: (isStale ? STALE.lying : 0) + (lists.attention.length > 0 ? COUNTER.lying : 0),
    upright: (isStale ? STALE.upright : 0) + (lists.attention.length > 0 ? COUNTER.upright : 0),
  }

  const sectionOf = (name: keyof typeof lists): Section => {
    const lying = name === 'attention' ? BOXES[name].lying : less(BOXES[name].lying, taken.lying)
    const upright = name === 'attention' ? BOXES[name].upright : less(BOXES[name].upright, taken.upright / 2)
    const most = Math.min(capacity(digits, lying), capacity(digits, upright))

    const numbers = lists[name]
    const room = Math.min(numbers.length, most)
    const grid = { lying: arrange(room, digits, lying), upright: arrange(room, digits, upright) }
    const staying = name === 'ready' ? grid.lying.columns : 0
    const { shown, page, pages } = pageAt(numbers, most, turn, staying)
    return { numbers: shown, ...grid, page, pages, more: pages > 1 || board.counts[name] > numbers.length }
  }
  return { preparing: sectionOf('preparing'), ready: sectionOf('ready'), attention: sectionOf('attention') }
}

function numbersOf(entries: Board['ready']): number[] {
  return entries.map(entry => entry.number)
}

function less(box: Box, height: number): Box {
  return { ...box, height: box.height - height }
}
