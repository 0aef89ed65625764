import assert from 'node:assert/strict'
import { keysOf, type Step } from '#app/tale/what-happened/steps.ts'
import type { Slip } from '#rush/slip.ts'

const STEPS: Step[] = [1, 2, 3, 4, 5]

/** Each field that Redis holds of an order is told at one of the five steps: none is unknown to them. */
export function assertAllTold(slip: Slip): void {
  const told = STEPS.flatMap(step => namesIn(keysOf(slip, step)))
  const held = namesIn(slip.keys.filter(({ type }) => type !== 'stream'))
  assert.deepEqual(told.sort(), held)
}

/** `key field` of each, sorted. */
export function namesIn(keys: Slip['keys']): string[] {
  return keys.flatMap(({ key, says }) => says.map(({ name }) => `${key} ${name}`)).sort()
}
