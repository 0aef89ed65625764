import { quantile } from '#rush/clocks.ts'
import type { Customer } from '#rush/customers.ts'
import type { Rush, Side } from '#rush/rush.ts'

export const CLOCKS = ['counter', 'food', 'in-vain'] as const
export type ClockName = (typeof CLOCKS)[number]

export type { Side }
export const SIDES: readonly Side[] = ['apartment', 'office']

export const NAME_OF_SIDE: Record<Side, string> = {
  apartment: 'Near my apartment',
  office: 'Near my office',
}

export type Figures = { times: number[]; p50: number | null; p95: number | null }

/** One of the three clocks on both sides, in the story's time. Whoever walked out stood until patience or the evening ended. */
export function readClock(clock: ClockName, rush: Rush, customers: Customer[]): Record<Side, Figures> {
  return {
    apartment: figuresOf(clock, rush, 'apartment', customers),
    office: figuresOf(clock, rush, 'office', customers),
  }
}

function figuresOf(clock: ClockName, rush: Rush, side: Side, customers: Customer[]): Figures {
  const times = timesOf(clock, rush, side, customers)
  return { times, p50: quantile(times, 0.5), p95: quantile(times, 0.95) }
}

function timesOf(
  clock: ClockName,
  { clocks, sides, storyMs }: Rush,
  side: Side,
  customers: Customer[],
): number[] {
  switch (clock) {
    case 'counter':
      return clocks[side].map(({ counterMs }) => counterMs)
    case 'food':
      return clocks[side].map(({ foodMs }) => foodMs)
    case 'in-vain':
      return sides[side].walkedOut.map(name => {
        const { arrivesAtMs = storyMs, patienceMs = null } = customers[name - 1] ?? {}
        return Math.min(patienceMs ?? Number.POSITIVE_INFINITY, Math.max(0, storyMs - arrivesAtMs))
      })
  }
}
