'use client'
import { usePoll } from '#app/use-poll.ts'
import type { Slip } from '#rush/slip.ts'
import { type Stretch, stretchesOf } from './stretches.ts'

/** The times of one order, read from the queue’s own events: each try as long as it was. */
export function SlipLine({ orderId }: { orderId: string }) {
  const { reading } = usePoll<Slip>(`/api/tale/slips/${orderId}`)
  if (!reading) return null
  const slip = reading.data
  const stretches = stretchesOf(slip)
  const allMs = stretches.reduce((sum, { ms }) => sum + (ms ?? 0), 0)
  return (
    <section
      aria-label={`Number ${slip.number}`}
      data-lies={slip.lies}
      className="group rounded-2xl bg-paper-deep p-3"
    >
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-bold">Number {slip.number}</span>
        <span className="text-ink-soft group-data-[lies=completed]:text-ready group-data-[lies=failed]:font-semibold group-data-[lies=failed]:text-attention">
          {standing(slip)}
        </span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard */}
      <ol tabIndex={0} aria-label="What became of it" className="mt-2 flex gap-1 overflow-x-auto pb-1">
        {stretches.map((stretch, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was does not move
          <StretchView key={place} {...stretch} allMs={allMs} />
        ))}
      </ol>
    </section>
  )
}

/** A second is so wide, or less where an order took so long that what is over would need more than its share of the line. */
const REM_A_SECOND = 3.4
const SHARE_PERCENT = 80

/** As wide as it was long, of `allMs` that are over. */
function StretchView({ kind, words, ms, allMs }: Stretch & { allMs: number }) {
  const isOver = ms !== null
  return (
    <li
      data-kind={kind}
      style={
        isOver
          ? { minWidth: `min(${(ms / 1000) * REM_A_SECOND}rem, ${(SHARE_PERCENT * ms) / allMs}%)` }
          : { flexGrow: 1 }
      }
      className="shrink-0 rounded-lg bg-card px-1.5 py-1 text-sm leading-snug whitespace-nowrap ring-1 ring-line ring-inset data-[kind=attention]:bg-attention-tint data-[kind=attention]:text-attention data-[kind=in-hand]:bg-preparing-tint data-[kind=in-hand]:text-preparing data-[kind=pause]:bg-transparent data-[kind=pause]:text-ink-soft data-[kind=ready]:bg-ready-tint data-[kind=ready]:text-ready"
    >
      <span className="block font-semibold">{words}</span>
      {isOver && <span className="block tabular-nums">{(ms / 1000).toFixed(1)} s</span>}
    </li>
  )
}

function standing({ lies, tries, kitchensLost, lockSeconds }: Slip): string {
  switch (lies) {
    case 'wait':
      return 'in line'
    case 'active':
      return kitchensLost === 0 && tries.made === 0
        ? `in a cook’s hands, locked for ${lockSeconds ?? 0} s`
        : `in a cook’s hands, again, locked for ${lockSeconds ?? 0} s`
    case 'completed':
      return tries.made > 1 ? `ready, at try ${tries.made}` : 'ready'
    case 'failed':
      return `See the counter: ${tries.made} tries of ${tries.of}`
    case 'none':
      return 'collected'
  }
}
