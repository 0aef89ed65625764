import { Crowd, type Figure } from './crowd.ts'
import { hairOf } from './figure.ts'
import type { Floor } from './floor.ts'
import { drawCoach, drawHouse, drawRail, drawSlab, drawSlip } from './furniture.ts'
import { drawMenuBoard } from './menu-board.ts'
import { paperAt } from './papers.ts'
import type { Scene } from './places.ts'
import { Sprites } from './sprites.ts'

/** A pause longer than this (a tab in the background) is not walked through. */
const LONGEST_STEP_MS = 100
const NEAR = 6
/** So far beyond the picture nothing of a figure is seen. */
const ROUND_THE_CORNER = 24
/** What a cook has in hand lies so far below the edge of the stove. */
const ON_THE_STOVE = 20

/** One lane on a canvas. It draws while somebody walks, and rests when everyone stands. */
export class Stage {
  readonly #canvas: HTMLCanvasElement
  readonly #sprites = new Sprites()
  #crowd: Crowd | undefined
  #scene: Scene | undefined
  #frame = 0
  #lastMs = 0
  #zoom = 1
  /** Off screen, or for those who asked for less motion, people are where they are at once. */
  walks = true

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas
  }

  /** How many CSS pixels a unit of the floor has. What was shown is to be shown again. */
  set zoom(zoom: number) {
    if (zoom !== this.#zoom) this.#scene = undefined
    this.#zoom = zoom
  }

  show(scene: Scene): void {
    const isNewFloor = this.#scene?.floor.width !== scene.floor.width
    if (isNewFloor) this.#resize(scene.floor)
    this.#scene = scene
    const { inside, width, height } = scene.floor
    this.#crowd ??= new Crowd(
      { x: inside + 6, y: height - 40 },
      { x: width + ROUND_THE_CORNER, y: height - 12 },
    )
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

  /** How many dots of the canvas. */
  get #grain(): number {
    return devicePixelRatio * this.#zoom
  }

  #resize({ width, height }: Floor): void {
    this.#canvas.width = Math.round(width * this.#grain)
    this.#canvas.height = Math.round(height * this.#grain)
    this.#crowd = undefined
  }

  #paint(): void {
    const pen = this.#canvas.getContext('2d')
    if (!pen || !this.#scene || !this.#crowd) return
    const { floor, signs, slabs, staff, chairs, rail, backdrop, coach } = this.#scene
    pen.setTransform(this.#grain, 0, 0, this.#grain, 0, 0)
    pen.clearRect(0, 0, floor.width, floor.height)
    drawHouse(pen, floor, backdrop)
    if (floor.isRoomy) drawMenuBoard(pen, floor)
    if (coach) drawCoach(pen, floor, coach)
    if (rail) drawRail(pen, rail)
    for (const one of staff) this.#copy(pen, { ...one, age: 'young' })
    for (const slab of slabs) drawSlab(pen, slab)
    for (const { slip, x, y, height } of staff)
      if (slip) drawSlip(pen, slip, { x, headY: y + ON_THE_STOVE, figure: height, within: floor.inside })
    for (const chair of chairs) this.#copy(pen, { ...chair, place: 0, age: 'young', pose: 'chair' })
    const people = this.#crowd.inDepth()
    for (const one of people) this.#copy(pen, { ...one, pose: poseOf(one) })
    for (const one of people)
      if (one.slip)
        drawSlip(pen, one.slip, {
          x: one.x,
          headY: one.y - one.height * hairOf({ place: one.place, age: one.age, pose: poseOf(one) }),
          figure: one.height,
          within: floor.width,
          points: one.slip.kind === 'large' || one.slip.kind === 'you',
        })
    for (const { slip, x, y, from } of signs)
      drawSlip(pen, slip, { x, headY: y, figure: 0, from, within: floor.width })
  }

  /** Whose order is at this point of the picture: its paper on the line, a customer, or a cook who has it in hand. */
  customerAt(x: number, y: number): number | null {
    if (!this.#scene) return null
    const { rail, staff } = this.#scene
    const onPaper = rail && paperAt(rail, x, y)
    if (onPaper) return onPaper
    const near = [...staff, ...(this.#crowd?.inDepth() ?? [])].filter(
      one => Math.abs(one.x - x) < one.height * 0.3 && y < one.y + 4 && y > one.y - one.height * 1.2,
    )
    return near.findLast(({ customer }) => customer !== null)?.customer ?? null
  }

  /** Whoever grows or shrinks on the way is drawn at the size of the place they go to, and stretched. */
  #copy(
    pen: CanvasRenderingContext2D,
    {
      x,
      y,
      height,
      toHeight = height,
      ...look
    }: Pick<Figure, 'x' | 'y' | 'height' | 'place' | 'age' | 'pose'> & { toHeight?: number },
  ): void {
    const sprite = this.#sprites.of(look, Math.round(toHeight * this.#grain))
    const scale = height / toHeight / this.#grain
    const width = sprite.width * scale
    pen.drawImage(sprite, x - width / 2, y - height, width, sprite.height * scale)
  }
}

/** Nobody carries the chair along on the way to it. */
function poseOf({ pose, x, toX, y, toY }: Figure): Figure['pose'] {
  const isOnTheWay = Math.abs(toX - x) + Math.abs(toY - y) > NEAR
  return pose === 'sitting' && isOnTheWay ? 'standing' : pose
}
