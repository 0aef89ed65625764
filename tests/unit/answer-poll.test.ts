import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerPoll, readPoll } from '#app/api/answer-poll.ts'

const NOW = { tag: '"a"', asOf: '2026-01-01T00:00:00.000Z', body: '{}' }

test('a tag is held in any spelling that HTTP allows', () => {
  for (const held of ['"a"', 'W/"a"', '"b", "a"', '"b",W/"a"', '*']) {
    assert.equal(answerPoll(poll({ 'If-None-Match': held }), NOW).status, 304, held)
  }
  for (const other of ['"b"', 'a', ''])
    assert.equal(answerPoll(poll({ 'If-None-Match': other }), NOW).status, 200, other)
})

test('both answers tell the tag and when it was read', () => {
  for (const held of ['"a"', '"b"']) {
    const answer = answerPoll(poll({ 'If-None-Match': held }), NOW)
    assert.equal(answer.headers.get('etag'), '"a"')
    assert.equal(answer.headers.get('board-as-of'), NOW.asOf)
  }
})

test('a board tells its version, and who holds one says so', () => {
  const version = 1_770_000_000_000_001
  for (const held of ['"a"', '"b"'])
    assert.equal(
      answerPoll(poll({ 'If-None-Match': held }), { ...NOW, version }).headers.get('board-version'),
      `${version}`,
    )
  assert.equal(answerPoll(poll({}), NOW).headers.get('board-version'), null)
  assert.equal(poll({ 'Board-Version': `${version}` }).version, version)
  for (const nonsense of ['', '-1', '1e9', '9'.repeat(17), '0x1', '1, 2'])
    assert.equal(poll({ 'Board-Version': nonsense }).version, 0, nonsense)
})

test('a wait is read from among other preferences, and is at most 25 seconds', () => {
  for (const [prefer, seconds] of [
    ['wait=10', 10],
    ['respond-async, wait=10', 10],
    ['wait = "7"', 7],
    ['WAIT=3;foo', 3],
    ['wait=600', 25],
    ['await=9', 0],
    ['wait=-1', 0],
    ['wait', 0],
    ['', 0],
  ] as const) {
    assert.equal(poll({ Prefer: prefer }).waitMs, seconds * 1000, prefer)
  }
})

function poll(headers: Record<string, string>) {
  return readPoll(new Request('http://localhost/', { headers }))
}
