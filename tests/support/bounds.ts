import assert from 'node:assert/strict'
import type { Hour } from './busy-hour.ts'
import type { Holding } from './inventory.ts'

/** One key each, there or not, and none grows with the orders that ever were. */
export const FURNITURE =
  /^(book|numbers|kitchens|id|meta|events|wait|active|completed|failed|marker|stalled-check)$/

/** More in a kind of key than it had after a day is growth. */
const MOST_GROWTH = 1.05

/** Fails unless Redis holds what its retention says after so many hours like `hour`, and no key more. */
export function assertKept(inventory: Map<string, Holding>, hour: Hour, hours: number): void {
  const kept = (kind: string) => inventory.get(`orders ${kind}`)?.keys ?? 0
  const collected = hour.orders - hour.missed - hour.burnt
  assert.equal(
    kept('not collected'),
    hour.missed * Math.min(hours, 5),
    'not collected: kept for four hours and ten minutes',
  )
  assert.equal(
    kept('collected'),
    collected * Math.min(hours, 3),
    'collected: kept for not quite four hours, as the fourth is over',
  )
  assert.equal(
    kept('that need a person'),
    hour.burnt * Math.min(hours, 24),
    'that need a person: kept for a day',
  )
  for (const [kind, { keys }] of inventory) {
    assert.ok(kind.startsWith('orders ') || (FURNITURE.test(kind) && keys === 1), `${kind}: ${keys} keys`)
  }
}

/** Fails unless each kind is as many keys as before, and hardly more bytes. */
export function assertNoGrowth(before: Map<string, Holding>, now: Map<string, Holding>): void {
  for (const [kind, { keys, bytes }] of now) {
    const then = before.get(kind)
    assert.equal(keys, then?.keys, kind)
    assert.ok(bytes < MOST_GROWTH * (then?.bytes ?? 0), `${kind} had ${then?.bytes} bytes, and now ${bytes}`)
  }
}
