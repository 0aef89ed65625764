import { z } from 'zod'
import type { Slip } from '#rush/slip.ts'

/** What an order went through for a while. `ms` is null for what still lasts. */
export type Stretch = {
  kind: 'in-line' | 'in-hand' | 'nobody' | 'pause' | 'ready' | 'attention'
  words: string
  ms: number | null
}

/** Shorter is a step that the queue makes in passing. */
const SHORT_MS = 50

/**
 * The events that the queue told of an order, as stretches of time between them. The queue does not hear a cook die: from `goneAtMs`
 * on, where that is known, nobody has the order, though its lock holds it.
 */
export function stretchesOf(slip: Slip, goneAtMs: number | null = null): Stretch[] {
  const told = slip.states.filter(({ event }) => event in READ)
  let tries = 0
  return told.flatMap(({ at, event }, index): Stretch[] => {
    const next = told[index + 1]
    const ms = next ? Date.parse(next.at) - Date.parse(at) : null
    const stretch = READ[event]?.(event === 'active' ? ++tries : tries)
    if (!stretch || (stretch.kind === 'in-line' && ms !== null && ms < SHORT_MS)) return []
    const inHandMs = goneAtMs === null || event !== 'active' ? -1 : goneAtMs - Date.parse(at)
    if (inHandMs >= 0 && (ms === null || inHandMs < ms))
      return [
        { ...stretch, ms: inHandMs },
        { kind: 'nobody', words: 'nobody, locked', ms: ms === null ? null : ms - inHandMs },
      ]
    const fell = event === 'active' && next?.event === 'waiting'
    return fell && ms !== null ? withPause({ ...stretch, ms }, cookMs(slip)) : [{ ...stretch, ms }]
  })
}

const READ: Record<string, (tries: number) => Omit<Stretch, 'ms'>> = {
  waiting: () => ({ kind: 'in-line', words: 'in line' }),
  active: tries => ({ kind: 'in-hand', words: `try ${tries}` }),
  completed: () => ({ kind: 'ready', words: 'ready' }),
  failed: () => ({ kind: 'attention', words: 'See the counter' }),
}

/** A portion falls when it is done; for the rest of the time the order rests in the cook's hands. */
function withPause(stretch: Stretch & { ms: number }, cookMs: number | null): Stretch[] {
  if (cookMs === null || stretch.ms < cookMs + SHORT_MS) return [stretch]
  return [
    { ...stretch, ms: cookMs },
    { kind: 'pause', words: 'pause', ms: stretch.ms - cookMs },
  ]
}

const Data = z.object({
  items: z.array(z.object({ quantity: z.literal(1), cookSeconds: z.number() })).length(1),
})

/** How long its portion is cooked, as the job says; null where it is of several, of which any may be the one in hand. */
function cookMs({ keys }: Slip): number | null {
  const text = keys.flatMap(({ says }) => says).find(({ name }) => name === 'data')?.value
  const data = Data.safeParse(text && JSON.parse(text))
  const [item] = data.data?.items ?? []
  return item ? item.cookSeconds * 1000 : null
}
