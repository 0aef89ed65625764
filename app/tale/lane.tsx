'use client'
import { useParentSize } from '@visx/responsive'
import { useEffect, useMemo, useRef } from 'react'
import type { Rush } from '#rush/rush.ts'
import { apartmentScene, floorOf, officeScene, type Standing } from './places.ts'
import { sceneInWords } from './scene-in-words.ts'
import { Stage } from './stage.ts'
import { NAME_OF_SIDE, type Side } from './three-clocks.ts'
import { useReducedMotion } from './use-reduced-motion.ts'
import { Wall } from './wall.tsx'

const HOW: Record<Side, string> = {
  apartment: 'Whoever takes your order cooks it. You stand until it is done.',
  office: 'A clerk takes your order and gives you a number. You sit down.',
}

/** One restaurant as the rush has it at this moment: drawn, and in words beneath. */
export function Lane({
  side,
  rush,
  stood,
  isSeen,
}: {
  side: Side
  rush: Rush
  stood: Standing
  isSeen: boolean
}) {
  const { parentRef, width } = useParentSize({ debounceTime: 100 })
  const canvas = useRef<HTMLCanvasElement>(null)
  const stage = useRef<Stage | null>(null)
  const isStill = useReducedMotion()
  const floor = useMemo(() => floorOf(Math.max(300, width)), [width])
  const { sides } = rush

  useEffect(() => {
    if (!canvas.current) return
    const opened = new Stage(canvas.current)
    stage.current = opened
    return () => opened.close()
  }, [])

  useEffect(() => {
    if (!stage.current || width === 0) return
    stage.current.walks = !isStill && isSeen
    stage.current.show(
      side === 'apartment'
        ? apartmentScene(sides.apartment, floor, stood)
        : officeScene(sides.office, floor, stood),
    )
  }, [side, sides, floor, stood, isStill, isSeen, width])

  return (
    <section
      aria-labelledby={`lane-${side}`}
      data-side={side}
      className="rounded-[2rem] bg-card p-4 ring-1 ring-line sm:px-6"
    >
      <header className="flex flex-wrap items-baseline gap-x-4">
        <h3 id={`lane-${side}`} className="text-xl font-bold sm:text-2xl">
          {NAME_OF_SIDE[side]}
        </h3>
        <p className="text-ink-soft">{HOW[side]}</p>
      </header>
      <div className="relative mt-2 max-sm:flex max-sm:flex-col" style={{ minHeight: floor.height }}>
        {side === 'office' && (
          <Wall wall={sides.office.wall} left={floor.wallX} right={width - floor.inside} />
        )}
        <div ref={parentRef} aria-hidden="true" className="w-full">
          <canvas ref={canvas} className="block w-full" style={{ height: floor.height }} />
        </div>
      </div>
      <p className="mt-2 min-h-12 font-medium text-pretty sm:min-h-6">{sceneInWords(rush, side, stood)}</p>
    </section>
  )
}
