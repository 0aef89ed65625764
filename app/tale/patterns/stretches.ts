import type { Slip } from '#rush/slip.ts'

/** What an order went through for a while. `ms` is null for what still lasts. */
export type Stretch = {
  kind: 'in-line' | 'in-hand' | 'ready' | 'attention'
  words: string
  ms: number | null
}

/** Shorter is a step that the queue makes in passing. */
const SHORT_MS = 50

/** The events that the queue told of an order, as stretches of time between them. */
export function stretchesOf({ states }: Slip): Stretch[] {
  const told = states.filter(({ event }) => event in READ)
  let tries = 0
  return told.flatMap(({ at, event }, index): Stretch[] => {
    const next = told[index + 1]
    const ms = next ? Date.parse(next.at) - Date.parse(at) : null
    const stretch = READ[event]?.(event === 'active' ? ++tries : tries)
    if (!stretch || (stretch.kind === 'in-line' && ms !== null && ms < SHORT_MS)) return []
    return [{ ...stretch, ms }]
  })
}

const READ: Record<string, (tries: number) => Omit<Stretch, 'ms'>> = {
  waiting: () => ({ kind: 'in-line', words: 'in line' }),
  active: tries => ({ kind: 'in-hand', words: `try ${tries}` }),
  completed: () => ({ kind: 'ready', words: 'ready' }),
  failed: () => ({ kind: 'attention', words: 'See the counter' }),
}
