'use client'
import { AxisBottom } from '@visx/axis'
import { useParentSize } from '@visx/responsive'
import { scaleLinear } from '@visx/scale'
import { duration, short } from './duration.ts'
import { type Mark, placeMarks, type Tag } from './place-marks.ts'
import { rem } from './rem.ts'
import { type Figures, NAME_OF_SIDE, SIDES, type Side } from './three-clocks.ts'
import { useZoom } from './use-zoom.ts'

const HALF = 150
const AXIS = 38
const MARGIN = { left: 18, right: 30 }
const DIAMETERS = [16, 14, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2]
const SHORTEST_MS = 60_000
const NICE_STEPS_MS = [15, 30, 60, 120, 300, 600, 1200].map(seconds => seconds * 1000)
const NARROW = 500

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
  const { parentRef, width: parentWidth } = useParentSize({ debounceTime: 100 })
  const width = Math.max(200, parentWidth / useZoom())
  const isNarrow = width < NARROW
  const longest = Math.max(SHORTEST_MS, ...SIDES.flatMap(side => figures[side].times))
  const step = NICE_STEPS_MS.find(step => longest / step <= (isNarrow ? 4 : 9)) ?? 1_800_000
  const end = Math.ceil((longest * 1.02) / step) * step
  const x = scaleLinear({ domain: [0, end], range: [MARGIN.left, width - MARGIN.right] })
  const stacks = { apartment: figures.apartment.times.map(x), office: figures.office.times.map(x) }
  const diameter = DIAMETERS.find(d => SIDES.every(side => tallest(stacks[side], d) * d <= HALF - 8)) ?? 2

  return (
    <div ref={parentRef} className="w-full">
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} ${2 * HALF + AXIS}`}
        style={{ width: rem(width), height: rem(2 * HALF + AXIS) }}
        className="block font-sans"
      >
        {SIDES.map(side => (
          <g key={side} data-side={side} className="group">
            <path
              d={dots(stacks[side], diameter, side)}
              className="fill-crust stroke-crust-deep group-data-[side=office]:fill-preparing group-data-[side=office]:stroke-preparing"
            />
            {stacks[side].length === 0 && (
              <text
                x={width / 2}
                y={side === 'apartment' ? HALF / 2 : AXIS + 1.5 * HALF}
                textAnchor="middle"
                className="fill-ink-soft text-[17px]"
              >
                nobody so far
              </text>
            )}
            {placeMarks(figures[side], marks, x, width, isNarrow).map(tag => (
              <MarkLine key={tag.mark} tag={tag} side={side} isNarrow={isNarrow} />
            ))}
          </g>
        ))}
        <AxisBottom
          top={HALF}
          scale={x}
          tickValues={Array.from({ length: Math.round(end / step) + 1 }, (_, tick) => tick * step)}
          tickFormat={ms => short(Number(ms))}
          stroke="var(--ink)"
          strokeWidth={2}
          tickStroke="var(--ink)"
          tickLabelProps={{
            fill: 'var(--ink)',
            fontSize: isNarrow ? 15 : 17,
            fontFamily: 'inherit',
            textAnchor: 'middle',
            dy: 5,
          }}
        />
      </svg>
    </div>
  )
}

const ROW = 24

function MarkLine({ tag, side, isNarrow }: { tag: Tag; side: Side; isNarrow: boolean }) {
  const { mark, at, ms, row, isLeft, words } = tag
  const isAbove = side === 'apartment'
  const outer = 6 + row * ROW
  const [from, to] = isAbove ? [outer, HALF] : [HALF + AXIS, 2 * HALF + AXIS - outer]
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
        x={isLeft ? at - 7 : at + 7}
        y={isAbove ? from + 13 : to - 2}
        textAnchor={isLeft ? 'end' : 'start'}
        fontSize={isNarrow ? 15 : 18}
        paintOrder="stroke"
        className="fill-ink stroke-card stroke-[5px] font-semibold"
      >
        {words}
      </text>
      <title>{`${NAME_OF_SIDE[side]}, ${mark}: ${duration(ms)}`}</title>
    </g>
  )
}

function binOf(at: number, diameter: number): number {
  return Math.floor((at - MARGIN.left) / diameter)
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
      const x = MARGIN.left + (bin + 0.5) * diameter
      const away = (height + 0.5) * diameter + 3
      const y = side === 'apartment' ? HALF - away : HALF + AXIS + away
      return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`
    })
    .join('')
}
