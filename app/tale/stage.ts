import { Crowd, type Figure } from './crowd.ts'
import type { Floor, Scene, Slab } from './places.ts'
import { Sprites } from './sprites.ts'

/** A pause longer than this (a tab in the background) is not walked through. */
const LONGEST_STEP_MS = 100
/** Smaller people hold slips that nobody could read. */
const LEGIBLE_FROM = 42

/** One lane on a canvas. It draws while somebody walks, and rests when everyone stands. */
export class Stage {
  readonly #canvas: HTMLCanvasElement
  readonly #sprites = new Sprites()
  #crowd: Crowd | undefined
  #scene: Scene | undefined
  #frame = 0
  #lastMs = 0
  /** Off screen, or for those who asked for less motion, people are where they are at once. */
  walks = true

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas
  }

  show(scene: Scene): void {
    const isNewFloor = this.#scene?.floor.width !== scene.floor.width
    if (isNewFloor) this.#resize(scene.floor)
    this.#scene = scene
    this.#crowd ??= new Crowd({ x: scene.floor.inside + 6, y: scene.floor.height - 40 })
    this.#crowd.arrange(scene.people, this.walks && !isNewFloor)
    if (this.#frame === 0) this.#ask()
  }

  close(): void {
    cancelAnimationFrame(this.#frame)
  }

  #ask(): void {
    this.#lastMs = performance.now()
    this.#frame = requestAnimationFrame(now => this.#draw(now))
  }

  #draw(now: number): void {
    this.#frame = 0
    const isMoving = this.#crowd?.step(Math.min(Math.max(0, now - this.#lastMs), LONGEST_STEP_MS)) ?? false
    this.#paint()
    const moving = isMoving ? 'yes' : 'no'
    if (this.#canvas.dataset.moving !== moving) this.#canvas.dataset.moving = moving
    if (isMoving) this.#frame = requestAnimationFrame(next => this.#draw(next))
    this.#lastMs = now
  }

  #resize({ width, height }: Floor): void {
    this.#canvas.width = Math.round(width * devicePixelRatio)
    this.#canvas.height = Math.round(height * devicePixelRatio)
    this.#crowd = undefined
  }

  #paint(): void {
    const pen = this.#canvas.getContext('2d')
    if (!pen || !this.#scene || !this.#crowd) return
    const { floor, slabs, staff, backdrop } = this.#scene
    pen.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
    pen.clearRect(0, 0, floor.width, floor.height)
    drawHouse(pen, floor, backdrop)
    for (const one of staff) this.#copy(pen, { ...one, age: 'young' })
    for (const slab of slabs) drawSlab(pen, slab)
    for (const one of staff)
      if (one.number !== null) drawNumber(pen, { ...one, y: one.y + one.height + 8 }, false)
    const people = this.#crowd.inDepth()
    for (const one of people) this.#copy(pen, one)
    for (const one of people)
      if (one.number !== null && one.height >= LEGIBLE_FROM) drawNumber(pen, one, one.isReady)
  }

  #copy(
    pen: CanvasRenderingContext2D,
    { x, y, height, ...look }: Pick<Figure, 'x' | 'y' | 'height' | 'place' | 'age' | 'pose'>,
  ): void {
    const sprite = this.#sprites.of(look, Math.round(height * devicePixelRatio))
    const width = sprite.width / devicePixelRatio
    pen.drawImage(sprite, x - width / 2, y - height, width, sprite.height / devicePixelRatio)
  }
}

/** The back wall and the floor, the house's end with its door and awning, and the pavement. */
function drawHouse(pen: CanvasRenderingContext2D, { width, height, inside }: Floor, backdrop: string): void {
  pen.fillStyle = backdrop
  pen.beginPath()
  pen.roundRect(0, 0, inside + 4, height - 4, [18, 0, 0, 0])
  pen.fill()
  pen.fillStyle = '#231b33'
  pen.fillRect(0, height - 8, inside + 4, 4)
  pen.fillStyle = '#b8aecf'
  pen.fillRect(inside + 4, height - 8, width - inside - 4, 4)

  const lintel = Math.round(height * 0.36)
  pen.fillStyle = '#96500e'
  pen.fillRect(inside - 2, 0, 6, lintel)
  drawAwning(pen, inside + 4, lintel - 22, Math.min(88, width - inside - 10))
}

function drawAwning(pen: CanvasRenderingContext2D, x: number, y: number, width: number): void {
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

function drawSlab(pen: CanvasRenderingContext2D, { x, y, width, kind, fires }: Slab): void {
  const gap = width / fires.length
  const top = y - 34
  pen.fillStyle = kind === 'counter' ? '#96500e' : '#5e5570'
  pen.fillRect(x, top + 6, width, 34)
  pen.fillStyle = '#231b33'
  pen.fillRect(x - 4, top, width + 8, 8)
  for (const [index, isOn] of fires.entries()) {
    const middle = x + gap * (index + 0.74)
    if (isOn) drawPan(pen, middle, top)
    else if (kind === 'counter') drawTill(pen, middle, top)
  }
}

function drawTill(pen: CanvasRenderingContext2D, x: number, y: number): void {
  pen.fillStyle = '#3a3056'
  pen.fillRect(x - 9, y - 15, 18, 15)
  pen.fillStyle = '#f2b84b'
  pen.fillRect(x - 6, y - 12, 12, 5)
}

/** A pan with nuggets in it, and steam. */
function drawPan(pen: CanvasRenderingContext2D, x: number, y: number): void {
  pen.fillStyle = '#e2973a'
  for (const side of [-6, 1, 7]) {
    pen.beginPath()
    pen.ellipse(x + side, y - 7, 5, 4, 0, 0, 2 * Math.PI)
    pen.fill()
  }
  pen.fillStyle = '#3a3056'
  pen.beginPath()
  pen.roundRect(x - 14, y - 6, 28, 6, 3)
  pen.fill()
  pen.strokeStyle = '#b98a58'
  pen.lineWidth = 2
  pen.lineCap = 'round'
  pen.stroke(new Path2D(`M${x - 4} ${y - 14}c-3-4 3-6 0-10M${x + 5} ${y - 14}c-3-4 3-6 0-10`))
}

/** The reference number on its slip: violet while it is prepared, green and framed when it is ready. */
function drawNumber(
  pen: CanvasRenderingContext2D,
  { x, y, height, number }: { x: number; y: number; height: number; number: number | null },
  isReady: boolean,
): void {
  const size = Math.max(11, Math.round(height * 0.2))
  const text = String(number)
  pen.font = `700 ${size}px "Rubik Variable", sans-serif`
  const width = pen.measureText(text).width + size * 0.8
  const top = y - height - size * 0.75
  pen.fillStyle = isReady ? '#0e7a4a' : '#e9e3ff'
  pen.strokeStyle = isReady ? '#0e7a4a' : '#5b3fd6'
  pen.lineWidth = 1.5
  pen.beginPath()
  pen.roundRect(x - width / 2, top, width, size * 1.35, 4)
  pen.fill()
  pen.stroke()
  pen.fillStyle = isReady ? '#fffdf8' : '#5b3fd6'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(text, x, top + size * 0.72)
}
