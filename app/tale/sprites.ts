import { drawFigure, FIGURE, type Look } from './figure.ts'

/** So many people look different; the next look like the first. */
const LOOKS = 60

/** Figures drawn once for each look and size: two hundred people cost two hundred copies a frame, not thousands of paths. */
export class Sprites {
  readonly #drawn = new Map<string, HTMLCanvasElement>()

  /** A picture of `look` whose pixels are the screen's, `height` of them high. */
  of(look: Look, height: number): HTMLCanvasElement {
    const place = look.place % LOOKS
    const key = `${place} ${look.age} ${look.pose} ${height}`
    const known = this.#drawn.get(key)
    if (known) return known

    const scale = height / FIGURE.height
    const canvas = document.createElement('canvas')
    canvas.height = height
    canvas.width = Math.ceil(FIGURE.width * scale)
    const pen = canvas.getContext('2d')
    pen?.scale(scale, scale)
    if (pen) drawFigure(pen, { ...look, place })
    this.#drawn.set(key, canvas)
    return canvas
  }
}
