import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '#chaos/check.ts'
import type { History } from '#chaos/history.ts'
import { timelineOf } from '#chaos/report.ts'
import { idOf, MORNING, quietDay } from '#tests/support/quiet-day.ts'

const LIVES = [
  { number: 3, placedAt: 2_000, takenAt: [2_100], readyAt: 13_000, collectedAt: 14_000 },
  { number: 4, placedAt: 2_500, takenAt: [2_600], readyAt: 13_500, collectedAt: 14_500 },
]

/** What the log says of the only finding of a line. */
function explain(history: History, line: string) {
  const findings = check(history).find(({ what }) => what.includes(line))?.findings ?? []
  const [finding] = findings
  assert.ok(finding && findings.length === 1)
  const timeline = timelineOf(finding, history)
  const moments = timeline.map(note => ('from' in note ? note.from : note.at))
  assert.deepEqual(
    moments,
    moments.toSorted((a, b) => a - b),
  )
  return { finding, timeline, boards: timeline.filter(note => note.what === 'board') }
}

test('a finding late in the life of an order is explained by what was seen of it then, its boards, and the faults', () => {
  const history = quietDay(LIVES)
  history.faults.push({ what: 'fault', name: 'Redis is full', from: MORNING + 9_000, to: MORNING + 12_000 })
  const last = history.read.findLast(({ id }) => id === idOf(3))
  assert.ok(last?.seen)
  last.seen = { ...last.seen, status: 'ready', collectedAt: null }
  // It left the wall; that it came back is told by its ticket alone.
  history.boards = history.boards.filter(({ shown }) => shown && shown.asOf < MORNING + 14_000)

  const { finding, timeline, boards } = explain(history, 'backwards')
  assert.equal(finding.at, last.from)
  assert.ok(timeline.includes(last))
  assert.ok(timeline.some(note => note.what === 'event' && note.name === 'collected'))
  assert.ok(timeline.some(note => note.what === 'fault'))
  const shown = boards.flatMap(({ shown }) => [...(shown?.preparing ?? []), ...(shown?.ready ?? [])])
  assert.deepEqual(
    [...new Set(shown.map(({ number }) => number))],
    [3],
    'boards are told as far as they show the order',
  )
})

test('an answer 500 is explained by the request itself and by what was asked around it', () => {
  const history = quietDay(LIVES)
  const request = history.read.find(({ from }) => from > MORNING + 8_000)
  assert.ok(request)
  delete request.seen
  request.status = 500

  const { finding, timeline } = explain(history, 'answers 500')
  assert.equal(finding.at, request.from)
  assert.ok(timeline.includes(request))
  assert.ok(timeline.some(note => note.what === 'ticket' && note.id !== request.id))
  assert.ok(timeline.every(note => 'from' in note && Math.abs(note.from - request.from) < 6_000))
})

test('a board that shows a number that no order has is told whole', () => {
  const history = quietDay(LIVES)
  const board = history.boards.find(({ shown }) => shown?.preparing.length === 2)
  assert.ok(board?.shown)
  board.shown.preparing.push({ number: 99, since: MORNING })
  board.shown.counts.preparing = 3

  const { boards } = explain(history, 'no one placed')
  assert.ok(boards.includes(board))
})

test('a customer who was never told a number is explained by the last try', () => {
  const history = quietDay(LIVES)
  const from = MORNING + 3_000
  const tried = {
    what: 'order',
    web: 'web 1',
    held: 0,
    key: 'a key',
    outcome: 'unknown',
    replayed: false,
  } as const
  history.asked.push({ ...tried, from, to: from + 5 }, { ...tried, from: from + 1_000, to: from + 1_005 })

  const { finding, timeline } = explain(history, 'answers 500')
  assert.equal(finding.at, from + 1_000)
  assert.ok(history.asked.slice(-1).every(note => timeline.includes(note)))
})

test('an answer that says that the line is full to a key that has an order is told with what became of that order', () => {
  const history = quietDay(LIVES)
  const [{ key } = { key: '' }] = history.asked
  const from = MORNING + 5_000
  const answer = { what: 'order', web: 'web 1', from, to: from + 5, held: 0, status: 503 } as const
  const full = { ...answer, key, outcome: 'full', replayed: false } as const
  history.asked.push(full)

  const { timeline } = explain(history, 'one key')
  assert.ok(timeline.includes(full))
  assert.ok(timeline.some(note => note.what === 'ticket' && note.id === idOf(3)))
})
