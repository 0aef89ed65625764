import { COATS, HEIGHTS, lookOf, SKINS } from '#app/how-people-look.ts'
import type { Age } from './ages.ts'

/** The box in which a figure is drawn, feet on its lower edge. */
export const FIGURE = { width: 60, height: 138 }
const PADDING = { left: 6, above: 10 }

export type Pose =
  | 'standing'
  | 'sitting'
  | 'leaving'
  | 'fed'
  | 'clerk'
  | 'cook'
  | 'cooking'
  | 'chair'
  | 'nobody'

export type Look = { place: number; age: Age; pose: Pose }

type Pen = CanvasRenderingContext2D

const YOUNG_HAIR = ['#3b2417', '#1f1a24', '#8a4b1f', '#c98f2f', '#5b3425']
const HAIR: Record<Age, (place: number) => string> = {
  young: place => lookOf(YOUNG_HAIR, place),
  greying: () => '#7d7584',
  grey: () => '#b3adba',
  ancient: () => '#f4f1f6',
}
const TROUSERS = '#3a3056'
const INK = '#231b33'

/** Draws one person of the story, in the hand of the line on the landing page. */
export function drawFigure(pen: Pen, look: Look): void {
  pen.save()
  pen.translate(PADDING.left, PADDING.above)
  if (look.pose === 'chair') drawChair(pen)
  else if (look.pose === 'clerk') drawStaff(pen, look.place, drawCap)
  else if (look.pose === 'cook' || look.pose === 'cooking') drawStaff(pen, look.place, drawTallHat)
  else if (look.pose !== 'nobody') drawGuest(pen, look)
  pen.restore()
}

/** How high the hair of a guest is above their feet, of the height of the whole picture: they are not equally tall. */
export function hairOf(look: Look): number {
  return 1 - (PADDING.above + topOf(look) - 2) / FIGURE.height
}

function topOf({ place, age, pose }: Look): number {
  return (pose === 'sitting' ? 132 : 124) - lookOf(HEIGHTS, place) + stoopOf(age)
}

function stoopOf(age: Age): number {
  return age === 'ancient' ? 6 : age === 'grey' ? 2 : 0
}

function drawGuest(pen: Pen, look: Look): void {
  const { place, age, pose } = look
  const isSitting = pose === 'sitting'
  const stoop = stoopOf(age)
  const top = topOf(look)

  if (isSitting) drawChair(pen)
  drawLegs(pen, isSitting)
  fill(pen, lookOf(COATS, place), `M6 ${top + 48}c0-12 8-18 18-18s18 6 18 18V92c0 4-3 7-7 7H13c-4 0-7-3-7-7z`)
  if (age === 'ancient' && !isSitting) stroke(pen, '#96500e', 4, 'M47 74v50M47 74c0-6-6-6-6-1')

  const skin = lookOf(SKINS, place * 3 + 1)
  const [x, y] = [24 - stoop / 3, top + 16]
  disc(pen, skin, x, y, 14)
  drawHair(pen, HAIR[age](place), age, place, x, y)
  drawFace(pen, age, x, y, pose === 'leaving')
  if (age === 'grey') fill(pen, HAIR.grey(place), beard(x, y, 14))
  if (age === 'ancient') fill(pen, HAIR.ancient(place), beard(x, y, 44))
  if (pose === 'leaving') drawTemper(pen, x, y)
  if (pose === 'fed') drawBag(pen)
}

function drawLegs(pen: Pen, isSitting: boolean): void {
  if (isSitting) stroke(pen, TROUSERS, 9, 'M14 96h22M36 98v22M16 96h12v24')
  else stroke(pen, TROUSERS, 9, 'M14 86v34M34 86v34')
}

function drawChair(pen: Pen): void {
  stroke(pen, '#96500e', 5, 'M-1 52v70M-1 104h40M38 104v18')
}

function drawHair(pen: Pen, colour: string, age: Age, place: number, x: number, y: number): void {
  if (age === 'ancient') {
    fill(
      pen,
      colour,
      `M${x - 15} ${y + 6}c-3-8 0-14 5-16 0 6-2 10-2 14zM${x + 15} ${y + 6}c3-8 0-14-5-16 0 6 2 10 2 14z`,
    )
  } else if (place % 2 === 0) {
    fill(pen, colour, `M${x - 15} ${y - 1}c-1-22 31-22 30 0-4-7-8-8-14-8-7 0-12 3-16 8z`)
  } else {
    const long = `M${x - 16} ${y + 13}c-4-38 36-38 32 0h-6c2-10 1-16-2-19-6 1-15 1-18-3-2 4-2 12 0 22z`
    fill(pen, colour, long)
  }
}

function drawFace(pen: Pen, age: Age, x: number, y: number, isCross: boolean): void {
  disc(pen, INK, x - 5, y + 1, 1.7)
  disc(pen, INK, x + 5, y + 1, 1.7)
  if (isCross)
    stroke(pen, INK, 1.8, `M${x - 8} ${y - 4}l5 2M${x + 8} ${y - 4}l-5 2M${x - 4} ${y + 9}q4-4 8 0`)
  else if (age === 'young') stroke(pen, INK, 1.8, `M${x - 4} ${y + 7}q4 3.5 8 0`)
  else if (age === 'greying') stroke(pen, INK, 1.8, `M${x - 4} ${y + 8}h8`)
  else stroke(pen, HAIR[age](0), 2.4, `M${x - 8} ${y - 3.5}h5M${x + 3} ${y - 3.5}h5`)
}

function beard(x: number, y: number, length: number): string {
  const tip = y + 5 + length
  return `M${x - 12} ${y + 4}c3 3 7 2 12 2s9 1 12-2c1 9-2 ${length * 0.6}-12 ${tip - y - 4}c-10-${length * 0.4}-13-${length * 0.5}-12-${tip - y - 4}z`
}

/** What rises from someone who waited for nothing. */
function drawTemper(pen: Pen, x: number, y: number): void {
  stroke(pen, '#8f5300', 3, `M${x - 8} ${y - 24}l6-5 4 6 6-6 5 5`)
}

function drawBag(pen: Pen): void {
  stroke(pen, '#96500e', 2.5, 'M34 74c0-8 10-8 10 0')
  fill(pen, '#f2b84b', 'M29 74h20v24H29z')
  fill(pen, '#d9822b', 'M29 74h20v5H29z')
}

function drawStaff(pen: Pen, place: number, hat: (pen: Pen, x: number, y: number) => void): void {
  const [x, y] = [24, 40]
  stroke(pen, TROUSERS, 9, 'M14 86v34M34 86v34')
  fill(pen, '#fffdf8', `M6 ${y + 32}c0-12 8-18 18-18s18 6 18 18V94c0 4-3 7-7 7H13c-4 0-7-3-7-7z`)
  fill(pen, '#d9822b', `M14 ${y + 30}h20v${64 - 6}H14z`)
  disc(pen, lookOf(SKINS, place * 3 + 2), x, y, 14)
  drawFace(pen, 'young', x, y, false)
  hat(pen, x, y)
}

function drawCap(pen: Pen, x: number, y: number): void {
  fill(pen, '#96500e', `M${x - 16} ${y - 5}c2-12 9-16 16-16s14 4 16 16z`)
}

function drawTallHat(pen: Pen, x: number, y: number): void {
  fill(pen, '#fffdf8', `M${x - 13} ${y - 6}v-14c-9-4-5-18 4-16 3-9 15-9 18 0 9-2 13 12 4 16v14z`)
  stroke(pen, '#e4d8c4', 2, `M${x - 13} ${y - 12}h26`)
}

function fill(pen: Pen, colour: string, path: string): void {
  pen.fillStyle = colour
  pen.fill(new Path2D(path))
}

function stroke(pen: Pen, colour: string, width: number, path: string): void {
  pen.strokeStyle = colour
  pen.lineWidth = width
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.stroke(new Path2D(path))
}

function disc(pen: Pen, colour: string, x: number, y: number, radius: number): void {
  pen.fillStyle = colour
  pen.beginPath()
  pen.arc(x, y, radius, 0, 2 * Math.PI)
  pen.fill()
}
