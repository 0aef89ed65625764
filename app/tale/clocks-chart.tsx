'use client'
import { AxisBottom } from '@visx/axis'
import { useParentSize } from '@visx/responsive'
import { scaleLinear } from '@visx/scale'
import { duration } from './duration.ts'
import { type Figures, NAME_OF_SIDE, SIDES, type Side } from './three-clocks.ts'

export const MARKS = ['p50', 'p95'] as const
export type Mark = (typeof MARKS)[number]

const HALF = 132
const AXIS = 34
const SIDE_MARGIN = 44
const DIAMETERS = [13, 11, 9, 7, 6, 5, 4, 3, 2]
const SHORTEST_MS = 60_000
const NICE_STEPS_MS = [15, 30, 60, 120, 300, 600, 1200].map(seconds => seconds * 1000)
const MOST_STEPS = 9

/** A dot for each customer on one axis of time: above it those near the apartment, below it those near the office. */
export function ClocksChart({
  figures,
  marks,
  label,
}: {
  figures: Record<Side, Figures>
  marks: readonly Mark[]
  label: string
}) {
  const { parentRef, width } = useParentSize({ debounceTime: 100 })
  const longest = Math.max(SHORTEST_MS, ...SIDES.flatMap(side => figures[side].times))
  const step = NICE_STEPS_MS.find(step => longest / step <= (width < 500 ? 3 : MOST_STEPS)) ?? 1_800_000
  const end = Math.ceil((longest * 1.02) / step) * step
  const x = scaleLinear({ domain: [0, end], range: [SIDE_MARGIN, Math.max(200, width) - SIDE_MARGIN] })
  const stacks = { apartment: figures.apartment.times.map(x), office: figures.office.times.map(x) }
  const diameter = DIAMETERS.find(d => SIDES.every(side => tallest(stacks[side], d) * d <= HALF - 8)) ?? 2

  return (
    <div ref={parentRef} className="w-full">
      <svg
        role="img"
        aria-label={label}
        width={Math.max(200, width)}
        height={2 * HALF + AXIS}
        className="block font-sans"
      >
        {SIDES.map(side => (
          <g key={side} data-side={side} className="group">
            <path
              d={dots(stacks[side], diameter, side)}
              className="fill-crust stroke-crust-deep group-data-[side=office]:fill-preparing group-data-[side=office]:stroke-preparing"
            />
            {marks.toReversed().map(mark => (
              <MarkLine key={mark} mark={mark} side={side} ms={figures[side][mark]} x={x} width={width} />
            ))}
          </g>
        ))}
        <AxisBottom
          top={HALF}
          scale={x}
          tickValues={Array.from({ length: Math.round(end / step) + 1 }, (_, tick) => tick * step)}
          tickFormat={ms => duration(Number(ms))}
          stroke="var(--ink)"
          strokeWidth={2}
          tickStroke="var(--ink)"
          tickLabelProps={{
            fill: 'var(--ink-soft)',
            fontSize: 14,
            fontFamily: 'inherit',
            textAnchor: 'middle',
            dy: 4,
          }}
        />
      </svg>
    </div>
  )
}

function MarkLine({
  mark,
  side,
  ms,
  x,
  width,
}: {
  mark: Mark
  side: Side
  ms: number | null
  x: (ms: number) => number
  width: number
}) {
  if (ms === null) return null
  const at = x(ms)
  const isAbove = side === 'apartment'
  const [from, to] = isAbove ? [8, HALF] : [HALF + AXIS, 2 * HALF + AXIS - 8]
  const row = mark === 'p50' ? 0 : 22
  const text = isAbove ? from + 8 + row : to - 2 - row
  const isAtEnd = at > width - 150
  return (
    <g data-mark={mark} className="group/mark">
      <line
        x1={at}
        x2={at}
        y1={from}
        y2={to}
        className="stroke-ink stroke-2 group-data-[mark=p95]/mark:[stroke-dasharray:5_4]"
      />
      <text
        x={isAtEnd ? at - 7 : at + 7}
        y={text}
        textAnchor={isAtEnd ? 'end' : 'start'}
        paintOrder="stroke"
        className="fill-ink stroke-card stroke-[5px] text-[15px] font-semibold"
      >
        {mark} {duration(ms)}
      </text>
      <title>{`${NAME_OF_SIDE[side]}, ${mark}: ${duration(ms)}`}</title>
    </g>
  )
}

function binOf(at: number, diameter: number): number {
  return Math.floor(at / diameter)
}

function tallest(ats: number[], diameter: number): number {
  const counts = new Map<number, number>()
  for (const at of ats) counts.set(binOf(at, diameter), (counts.get(binOf(at, diameter)) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}

/** All dots of a side as one path: hundreds of elements would be slow to compare at each poll. */
function dots(ats: number[], diameter: number, side: Side): string {
  const counts = new Map<number, number>()
  const radius = diameter / 2 - 0.75
  return ats
    .map(at => {
      const bin = binOf(at, diameter)
      const height = counts.get(bin) ?? 0
      counts.set(bin, height + 1)
      const x = (bin + 0.5) * diameter
      const away = (height + 0.5) * diameter + 3
      const y = side === 'apartment' ? HALF - away : HALF + AXIS + away
      return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`
    })
    .join('')
}
