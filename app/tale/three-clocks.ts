import { quantile } from '#rush/clocks.ts'
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

/** One of the three clocks on both sides, in the story's time. */
export function readClock(clock: ClockName, rush: Rush): Record<Side, Figures> {
  return {
    apartment: figuresOf(clock, rush, 'apartment'),
    office: figuresOf(clock, rush, 'office'),
  }
}

function figuresOf(clock: ClockName, rush: Rush, side: Side): Figures {
  const times = timesOf(clock, rush, side)
  return { times, p50: quantile(times, 0.5), p95: quantile(times, 0.95) }
}

function timesOf(clock: ClockName, { clocks, sides }: Rush, side: Side): number[] {
  switch (clock) {
    case 'counter':
      return clocks[side].map(({ counterMs }) => counterMs)
    case 'food':
      return clocks[side].map(({ foodMs }) => foodMs)
    case 'in-vain':
      return sides[side].walkedOut.map(({ arrivedMs, atMs }) => atMs - arrivedMs)
  }
}
