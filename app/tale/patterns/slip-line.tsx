'use client'
import type { Slip } from '#rush/slip.ts'
import { slipAtTheEnd, slipInWords } from './slip-in-words.ts'
import { type Stretch, stretchesOf } from './stretches.ts'

/** The times of one order, read from the queue’s own events: each try as long as it was. `isOver` when the kitchen has closed; `goneAtMs` is when its cook was gone. */
export function SlipLine({
  slip,
  isOver,
  goneAtMs = null,
}: {
  slip: Slip
  isOver: boolean
  goneAtMs?: number | null
}) {
  const stretches = stretchesOf(slip, goneAtMs)
  const longestMs = Math.max(1, ...stretches.map(({ ms }) => ms ?? 0))
  const isWithNobody = stretches.at(-1)?.kind === 'nobody'
  return (
    <section
      aria-label={`Number ${slip.number}`}
      data-lies={slip.lies}
      className="group rounded-2xl bg-paper-deep p-3"
    >
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-bold">Number {slip.number}</span>
        <span className="text-ink-soft group-data-[lies=completed]:text-ready group-data-[lies=failed]:font-semibold group-data-[lies=failed]:text-attention">
          {isOver ? slipAtTheEnd(slip, isWithNobody) : slipInWords(slip, isWithNobody)}
        </span>
      </p>
      <ol aria-label="What became of it" className="mt-2 flex flex-wrap gap-1">
        {stretches.map((stretch, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was does not move
          <StretchView key={place} {...stretch} longestMs={longestMs} />
        ))}
      </ol>
    </section>
  )
}

/** A second is so wide, or less where the longest would need more than a row. */
const REM_A_SECOND = 3.4

/** As wide as it was long. */
function StretchView({ kind, words, ms, longestMs }: Stretch & { longestMs: number }) {
  const isOver = ms !== null
  return (
    <li
      data-kind={kind}
      style={
        isOver
          ? { minWidth: `min(${(ms / 1000) * REM_A_SECOND}rem, ${(100 * ms) / longestMs}%)` }
          : { flexGrow: 1 }
      }
      className="rounded-lg bg-card px-1.5 py-1 text-sm leading-snug whitespace-nowrap ring-1 ring-line ring-inset data-[kind=attention]:bg-attention-tint data-[kind=attention]:text-attention data-[kind=in-hand]:bg-preparing-tint data-[kind=in-hand]:text-preparing data-[kind=nobody]:bg-attention-tint data-[kind=nobody]:text-attention data-[kind=nobody]:ring-attention data-[kind=pause]:bg-transparent data-[kind=pause]:text-ink-soft data-[kind=ready]:bg-ready-tint data-[kind=ready]:text-ready"
    >
      <span className="block font-semibold">{words}</span>
      {isOver && <span className="block tabular-nums">{(ms / 1000).toFixed(1)} s</span>}
    </li>
  )
}
