import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseBoard } from '#chaos/observers.ts'

const AS_OF = '2026-01-05T09:00:00.250Z'
const shown = {
  asOf: Date.parse('2026-01-05T09:00:00Z'),
  preparing: [{ number: 7, since: Date.parse('2026-01-05T08:59:00Z') }],
  ready: [],
  attention: [],
  counts: { preparing: 1, ready: 0, attention: 0 },
}
const held = { tag: '"a"', shown }

test('a 304 is the board that the wall holds, of the moment that the answer tells', () => {
  const headers = new Headers({ 'Board-As-Of': AS_OF })
  assert.deepEqual(parseBoard({ status: 304, text: '', headers }, held), {
    shown: { ...shown, asOf: Date.parse(AS_OF) },
  })
})

test('a 304 that tells no moment, or comes to a wall that holds nothing, shows no board', () => {
  for (const headers of [new Headers(), new Headers({ 'Board-As-Of': 'a moment ago' })]) {
    const { shown, trouble } = parseBoard({ status: 304, text: '', headers }, held)
    assert.equal(shown, undefined)
    assert.match(trouble ?? '', /of when the board is/)
  }
  const { shown, trouble } = parseBoard({
    status: 304,
    text: '',
    headers: new Headers({ 'Board-As-Of': AS_OF }),
  })
  assert.equal(shown, undefined)
  assert.match(trouble ?? '', /held no board/)
})

test('a 200 that is no board is trouble, and a 503 shows nothing', () => {
  const headers = new Headers()
  assert.match(parseBoard({ status: 200, text: '{}', headers }).trouble ?? '', /not as described/)
  assert.deepEqual(parseBoard({ status: 503, text: '', headers }, held), {})
})
