import { z } from 'zod'
import type { Customer } from './customers.ts'

const StoryMs = z.number().min(0)

/** The clocks of one who was served, in the story's time, from the moment of arrival. */
export const Clock = z.strictObject({
  customer: z.int().positive(),
  arrivedMs: StoryMs,
  /** Until free to sit down. */
  counterMs: StoryMs,
  /** Until it was ready: near the office whoever sits looks up some seconds later (`LOOK_UP_MS`). */
  foodMs: StoryMs,
})
export type Clock = z.infer<typeof Clock>

/** One who left with nothing: when they came and when they went, in the story's time from its beginning. */
export const WalkedOut = z.strictObject({
  customer: z.int().positive(),
  arrivedMs: StoryMs,
  atMs: StoryMs,
})
export type WalkedOut = z.infer<typeof WalkedOut>

/** The smallest of `values` that `share` of them do not exceed (the nearest rank). Null of none. */
export function quantile(values: number[], share: number): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}

type Outcomes = { clocks: Clock[]; walkedOut: WalkedOut[] }

const COLUMNS = ['arrived_s', 'counter_s', 'food_s', 'walked_out', 'walked_out_after_s'] as const

/** A line for each customer who came: RFC 4180. Times are seconds of the story. */
export function toCsv(customers: Customer[], apartment: Outcomes, office: Outcomes): string {
  const sides = { apartment, office }
  const columns = Object.keys(sides).flatMap(side => COLUMNS.map(column => `${side}_${column}`))
  const head = ['customer', 'portions', 'cook_s', 'take_s', 'patience_s', ...columns]
  const rows = customers.map(({ name, portions, cookMs, takeMs, patienceMs }) => [
    String(name),
    String(portions),
    seconds(cookMs),
    seconds(takeMs),
    seconds(patienceMs),
    ...Object.values(sides).flatMap(side => cells(side, name)),
  ])
  return [head, ...rows].map(row => `${row.join(',')}\r\n`).join('')
}

function cells({ clocks, walkedOut }: Outcomes, name: number): string[] {
  const clock = clocks.find(({ customer }) => customer === name)
  const left = walkedOut.find(({ customer }) => customer === name)
  return [
    seconds(clock?.arrivedMs ?? left?.arrivedMs ?? null),
    seconds(clock?.counterMs ?? null),
    seconds(clock?.foodMs ?? null),
    left ? 'yes' : clock ? 'no' : '',
    seconds(left ? left.atMs - left.arrivedMs : null),
  ]
}

function seconds(ms: number | null): string {
  return ms === null ? '' : (ms / 1000).toFixed(3)
}
