import assert from 'node:assert/strict'
import { test } from 'node:test'
import { soon } from '#app/[restaurant]/kiosk/soon.ts'

test('a kiosk says as a person would when to come back, and from half a minute on no time too short', () => {
  for (const [seconds, words] of [
    [20, 'in a few seconds'],
    [30, 'in half a minute'],
    [31, 'in about a minute'],
    [60, 'in about a minute'],
    [61, 'in about 2 minutes'],
    [2679, 'in about 45 minutes'],
  ] as const) {
    assert.equal(soon(seconds), words)
  }
})
