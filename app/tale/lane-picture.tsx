'use client'
import { useParentSize } from '@visx/responsive'
import { type MouseEvent, type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { OfficeSide } from '#rush/rush.ts'
import { type Floor, floorOf, isNarrow } from './floor.ts'
import type { Scene } from './places.ts'
import { Stage } from './stage.ts'
import type { Side } from './three-clocks.ts'
import { useReducedMotion } from './use-reduced-motion.ts'
import { Wall } from './wall.tsx'

/** A lane on a canvas, with the office's wall as text before it. Says nothing to screen readers: the words beside it do. */
export function LanePicture({
  side,
  sceneOf,
  wall,
  titles,
  isSeen,
  isLarge = false,
  overlay,
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
  /** Somebody's order was pointed at. */
  onPick?: ((customer: number) => void) | undefined
  /** A number on the wall was. */
  onPickNumber?: ((number: number) => void) | undefined
}) {
  const { parentRef, width } = useParentSize({ debounceTime: 100 })
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
    stage.current.show(sceneOf(floor))
  }, [sceneOf, floor, isStill, isSeen, width])

  const pick = ({ nativeEvent: { offsetX, offsetY } }: MouseEvent) => {
    const customer = stage.current?.customerAt(offsetX, offsetY) ?? null
    if (customer !== null) onPick?.(customer)
  }

  return (
    <div data-narrow={isNarrow(floor) || undefined} className="group/lane relative">
      {wall && (
        <Wall
          wall={wall}
          titles={titles}
          left={floor.wallX}
          right={width - floor.inside}
          onPick={onPickNumber}
        />
      )}
      <div ref={parentRef} aria-hidden="true" className="relative w-full" style={{ minHeight: floor.height }}>
        <canvas
          ref={canvas}
          onClick={pick}
          data-picks={onPick ? '' : undefined}
          className="block w-full data-picks:cursor-pointer"
          style={{ height: floor.height }}
        />
        {width > 0 && overlay?.(floor)}
      </div>
    </div>
  )
}
