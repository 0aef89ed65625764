import type { RushRequest } from '#rush/settings.ts'
import type { Side } from '../three-clocks.ts'

/** What a reader walks into: a handful of customers who come at the same time, one of whom orders for a whole office. */
export type Story = { sides: readonly Side[]; request: RushRequest }

/** With this seed the giant order is the third of seven, and five of them are there within seconds. */
const HANDFUL = {
  preset: 'coach',
  seed: 43,
  perMinute: 20,
  minutes: 0.5,
  size: 1.5,
  speed: 8,
  coachPortions: 20,
  patienceMinutes: null,
} as const

/** One pair of hands. What happens near the office meanwhile is another chapter. */
export const ALONE: Story = {
  sides: ['apartment'],
  request: { ...HANDFUL, apartmentHands: 1, clerks: 1, cooks: 1 },
}

/** The same customers, in both. As in the story, and not fair: three people here, one there. */
export const BESIDE: Story = {
  sides: ['apartment', 'office'],
  request: { ...HANDFUL, apartmentHands: 1, clerks: 1, cooks: 2 },
}

/** The reader comes in behind so many. */
export const COME_IN_BEHIND = 4
