import { type Floor, isNarrow } from './floor.ts'
import { PAPER, papersOn } from './papers.ts'
import type { Rail, Slab, Slip } from './places.ts'

type Pen = CanvasRenderingContext2D

const INK = '#231b33'

/** The back wall and the floor, the house's end with its door and awning, and the street. */
export function drawHouse(pen: Pen, { width, height, inside }: Floor, backdrop: string): void {
  box(pen, '#eaf0ee', inside, 0, width - inside, height - 4, [0, 18, 0, 0])
  box(pen, backdrop, 0, 0, inside + 2, height - 4, [18, 0, 0, 0])
  pen.fillStyle = INK
  pen.fillRect(0, height - 8, inside + 4, 4)
  pen.fillStyle = '#8b8398'
  pen.fillRect(inside + 4, height - 8, width - inside - 4, 4)

  const lintel = Math.round(height * 0.4)
  pen.fillStyle = '#96500e'
  pen.fillRect(inside - 2, 0, 6, lintel)
  drawAwning(pen, inside + 4, lintel - 34, Math.min(84, width - inside - 12))
}

function drawAwning(pen: Pen, x: number, y: number, width: number): void {
  const stripes = 6
  const stripe = width / stripes
  for (let index = 0; index < stripes; index++) {
    const [from, to] = [y + (20 * index) / stripes, y + (20 * (index + 1)) / stripes]
    pen.fillStyle = index % 2 === 0 ? '#d9822b' : '#f2b84b'
    pen.beginPath()
    pen.moveTo(x + index * stripe, from)
    pen.lineTo(x + (index + 1) * stripe, to)
    pen.lineTo(x + (index + 1) * stripe, y + 28)
    pen.arc(x + (index + 0.5) * stripe, y + 28, stripe / 2, 0, Math.PI)
    pen.fill()
  }
}

/** The coach at the door, as one sees it coming, and for how many somebody went in to order. */
export function drawCoach(pen: Pen, { width, height, inside, figure }: Floor, portions: number): void {
  const wide = Math.min(width - inside - 16, figure * 1.2)
  const [x, y] = [width - wide - 6, height - 14 - wide]
  box(pen, INK, x + wide * 0.1, y + wide * 0.86, wide * 0.2, wide * 0.16, 3)
  box(pen, INK, x + wide * 0.7, y + wide * 0.86, wide * 0.2, wide * 0.16, 3)
  box(pen, '#d9822b', x, y - wide * 0.1, wide, wide, [wide * 0.14, wide * 0.14, 6, 6])
  box(pen, '#3a3056', x + wide * 0.08, y + wide * 0.16, wide * 0.84, wide * 0.4, 5)
  for (const side of [0.12, 0.7])
    box(pen, '#fff3cf', x + wide * side, y + wide * 0.66, wide * 0.18, wide * 0.12, 4)
  write(
    pen,
    INK,
    `for ${portions}`,
    x + wide / 2,
    y + wide * 0.04,
    Math.max(LEGIBLE.least, Math.round(wide * 0.17)),
  )
}

export function drawSlab(pen: Pen, { x, y, width, high, kind, fires }: Slab): void {
  const gap = width / fires.length
  const top = y - high
  pen.fillStyle = kind === 'counter' ? '#96500e' : '#5e5570'
  pen.fillRect(x, top + 6, width, high)
  pen.fillStyle = INK
  pen.fillRect(x - 4, top, width + 8, 8)
  for (const [index, isOn] of fires.entries()) {
    const middle = x + gap * (index + 0.74)
    if (isOn) drawPan(pen, middle, top)
    else if (kind === 'counter') drawTill(pen, middle, top)
  }
}

function drawTill(pen: Pen, x: number, y: number): void {
  pen.fillStyle = '#3a3056'
  pen.fillRect(x - 9, y - 15, 18, 15)
  pen.fillStyle = '#f2b84b'
  pen.fillRect(x - 6, y - 12, 12, 5)
}

/** A pan with nuggets in it, and steam. */
function drawPan(pen: Pen, x: number, y: number): void {
  pen.fillStyle = '#e2973a'
  for (const side of [-6, 1, 7]) {
    pen.beginPath()
    pen.ellipse(x + side, y - 7, 5, 4, 0, 0, 2 * Math.PI)
    pen.fill()
  }
  box(pen, '#3a3056', x - 14, y - 6, 28, 6, 3)
  line(pen, '#b98a58', `M${x - 4} ${y - 14}c-3-4 3-6 0-10M${x + 5} ${y - 14}c-3-4 3-6 0-10`)
}

/** The squiggly line, and the orders that hang on it. */
export function drawRail(pen: Pen, rail: Rail): void {
  const { x, y, width } = rail
  const waves = Math.max(2, Math.round(width / 44))
  const wave = width / waves
  const squiggle = Array.from(
    { length: waves },
    (_, index) => `q${wave / 2} ${index % 2 ? -6 : 6} ${wave} 0`,
  ).join('')
  line(pen, '#5b3fd6', `M${x} ${y}${squiggle}`)
  for (const { order, left, isLegible } of papersOn(rail).reverse()) {
    box(pen, '#fffdf8', left, y + 2, PAPER.width, PAPER.height, 4, '#5b3fd6')
    if (isLegible)
      write(pen, '#5b3fd6', String(order.number), left + PAPER.width / 2, y + 3 + PAPER.height / 2, 14)
  }
}

const SLIPS: Record<Slip['kind'], { fill: string; edge: string; ink: string }> = {
  preparing: { fill: '#e9e3ff', edge: '#5b3fd6', ink: '#5b3fd6' },
  ready: { fill: '#0e7a4a', edge: '#0e7a4a', ink: '#fffdf8' },
  lost: { fill: '#ffeccb', edge: '#8f5300', ink: '#8f5300' },
  large: { fill: '#fffdf8', edge: '#96500e', ink: '#96500e' },
  you: { fill: '#231b33', edge: '#231b33', ink: '#fffdf8' },
}

/** A smaller slip could not be read from afar, in a narrow house near by; a larger one need not be, and would hide who stands behind. */
const LEGIBLE = { narrow: 11, least: 13, most: 18 }

type Spot = {
  x: number
  headY: number
  figure: number
  from?: number
  within: number
  /** What says who somebody is among others points at them. */
  points?: boolean
}
const POINT = 8

/** Above a head: the number on its slip, violet while it is prepared, green when it is ready; or who that is. */
export function drawSlip(
  pen: Pen,
  { text, kind }: Slip,
  { x: over, headY, figure, from = 0, within, points = false }: Spot,
): void {
  const least = isNarrow({ width: within }) ? LEGIBLE.narrow : LEGIBLE.least
  const size = Math.min(LEGIBLE.most, Math.max(least, Math.round(figure * 0.19)))
  pen.font = fontOf(size)
  // Where letters are small there is a crowd, and no room beside them.
  const width = pen.measureText(text).width + size * (size > least ? 0.8 : 0.35)
  const x = Math.min(Math.max(over, from + width / 2 + 2), within - width / 2 - 2)
  const top = headY - size * 1.35 - (points ? POINT : 2)
  const { fill, edge, ink } = SLIPS[kind]
  if (points) drawPoint(pen, edge, over, headY)
  box(pen, fill, x - width / 2, top, width, size * 1.35, 4, edge)
  write(pen, ink, text, x, top + size * 0.72, size)
}

function drawPoint(pen: Pen, colour: string, x: number, y: number): void {
  pen.fillStyle = colour
  pen.fill(new Path2D(`M${x - 7} ${y - POINT}h14l-7 ${POINT - 1}z`))
}

export function box(
  pen: Pen,
  colour: string,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number | number[],
  edge?: string,
): void {
  pen.fillStyle = colour
  pen.beginPath()
  pen.roundRect(x, y, width, height, radius)
  pen.fill()
  if (!edge) return
  pen.strokeStyle = edge
  pen.lineWidth = 1.5
  pen.stroke()
}

export function line(pen: Pen, colour: string, path: string): void {
  pen.strokeStyle = colour
  pen.lineWidth = 2
  pen.lineCap = 'round'
  pen.stroke(new Path2D(path))
}

function write(pen: Pen, colour: string, text: string, x: number, y: number, size: number): void {
  pen.font = fontOf(size)
  pen.fillStyle = colour
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(text, x, y)
}

function fontOf(size: number): string {
  return `700 ${size}px "Rubik Variable", sans-serif`
}
