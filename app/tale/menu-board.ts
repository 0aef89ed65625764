import type { Floor } from './floor.ts'
import { box, line } from './furniture.ts'

type Pen = CanvasRenderingContext2D

const BOARD = { width: 196, height: 82, top: 34, fromTheDoor: 58 }
const PILE = [
  [-12, 0],
  [0, 1],
  [12, 0],
  [-6, 10],
  [6, 10],
  [0, 19],
] as const
const CHIPS = [22, 28, 24, 27]

/** What there is, on a board that hangs from the ceiling: nuggets, fries, and something to drink. */
export function drawMenuBoard(pen: Pen, { inside }: Floor): void {
  const { width, height, top: y } = BOARD
  const x = inside - BOARD.fromTheDoor - width
  line(pen, '#b98a58', `M${x + 22} ${y}V0M${x + width - 22} ${y}V0`)
  box(pen, '#3a3056', x, y, width, height, 10, '#96500e')
  for (const dish of [0, 1, 2]) box(pen, '#f2b84b', x + 20 + dish * 58, y + height - 18, 40, 4, 1)
  drawNuggets(pen, x + 40, y + 50)
  drawFries(pen, x + 84, y + 38)
  drawCup(pen, x + 142, y + 25)
}

function drawNuggets(pen: Pen, x: number, y: number): void {
  pen.fillStyle = '#e2973a'
  for (const [left, up] of PILE) {
    pen.beginPath()
    pen.ellipse(x + left, y - up, 8, 6, 0, 0, 2 * Math.PI)
    pen.fill()
  }
}

function drawFries(pen: Pen, x: number, y: number): void {
  for (const [index, high] of CHIPS.entries())
    box(pen, '#f2b84b', x + 3 + index * 6, y + 16 - high, 4, high, 1)
  box(pen, '#d9822b', x, y, 28, 18, [0, 0, 5, 5])
}

function drawCup(pen: Pen, x: number, y: number): void {
  box(pen, '#fffdf8', x + 2, y + 5, 24, 26, [2, 2, 7, 7])
  box(pen, '#e4d8c4', x, y, 28, 6, 3)
  line(pen, '#fffdf8', `M${x + 14} ${y}l5-13`)
}
