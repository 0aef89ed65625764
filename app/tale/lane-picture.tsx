'use client'
import { useParentSize } from '@visx/responsive'
import { type CSSProperties, type MouseEvent, type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { OfficeSide } from '#rush/rush.ts'
import { type Floor, floorOf } from './floor.ts'
import type { Scene } from './places.ts'
import { rem } from './rem.ts'
import { Stage } from './stage.ts'
import type { Side } from './three-clocks.ts'
import { useReducedMotion } from './use-reduced-motion.ts'
import { useZoom } from './use-zoom.ts'
import { Wall } from './wall.tsx'

/** A phone’s, and the least that is wide: what is as high as they are keeps its height when the true width is known. */
const LIKELY_WIDTHS = { narrow: 360, wide: 640 }

/** A lane on a canvas, with the office's wall as text before it. Says nothing to screen readers: the words beside it do. */
export function LanePicture({
  side,
  sceneOf,
  wall,
  titles,
  isSeen,
  isLarge = false,
  overlay,
  legend,
  onPick,
  onPickNumber,
}: {
  side: Side
  /** Memoised: another function is another picture. */
  sceneOf: (floor: Floor) => Scene
  wall?: OfficeSide['wall'] | undefined
  /** What the halves of the wall are called. */
  titles?: { preparing: string; ready: string } | undefined
  isSeen: boolean
  /** For few people and much room. */
  isLarge?: boolean
  /** What is to stand over the picture. */
  overlay?: ((floor: Floor) => ReactNode) | undefined
  /** What stands beneath it. */
  legend?: ReactNode
  /** Somebody's order was pointed at. */
  onPick?: ((customer: number) => void) | undefined
  /** A number on the wall was. */
  onPickNumber?: ((number: number) => void) | undefined
}) {
  const { parentRef, width: parentWidth } = useParentSize({ debounceTime: 100 })
  const zoom = useZoom()
  const width = parentWidth / zoom
  const canvas = useRef<HTMLCanvasElement>(null)
  const stage = useRef<Stage | null>(null)
  const isStill = useReducedMotion()
  const floor = useMemo(() => floorOf(Math.max(280, width), side, isLarge), [width, side, isLarge])

  useEffect(() => {
    if (!canvas.current) return
    const opened = new Stage(canvas.current)
    stage.current = opened
    return () => opened.close()
  }, [])

  useEffect(() => {
    if (!stage.current || width === 0) return
    stage.current.walks = !isStill && isSeen
    stage.current.zoom = zoom
    stage.current.show(sceneOf(floor))
  }, [sceneOf, floor, isStill, isSeen, width, zoom])

  const pick = ({ nativeEvent: { offsetX, offsetY } }: MouseEvent) => {
    const customer = stage.current?.customerAt(offsetX / zoom, offsetY / zoom) ?? null
    if (customer !== null) onPick?.(customer)
  }

  return (
    <div className="@container relative">
      {wall && (
        <Wall
          wall={wall}
          titles={titles}
          left={floor.wallX}
          right={floor.width - floor.inside}
          onPick={onPickNumber}
        />
      )}
      <div
        ref={parentRef}
        aria-hidden="true"
        className="relative min-h-(--narrow) w-full @min-[40rem]:min-h-(--wide)"
        style={width > 0 ? { minHeight: rem(floor.height) } : likelyHeights(side, isLarge)}
      >
        <canvas
          ref={canvas}
          onClick={pick}
          data-picks={onPick ? '' : undefined}
          className="block w-full data-picks:cursor-pointer"
          style={{ height: width > 0 ? rem(floor.height) : 0 }}
        />
        {width > 0 && overlay?.(floor)}
      </div>
      {legend}
    </div>
  )
}

function likelyHeights(side: Side, isLarge: boolean): CSSProperties & Record<`--${string}`, string> {
  const { narrow, wide } = LIKELY_WIDTHS
  const heightAt = (width: number) => rem(floorOf(width, side, isLarge).height)
  return { '--narrow': heightAt(narrow), '--wide': heightAt(wide) }
}
