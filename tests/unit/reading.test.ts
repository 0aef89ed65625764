import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ageMs, elapsedMs, freshness, type Reading, readingOfAnswer, readingOfPage } from '#app/reading.ts'

const at = (steadyMs: number, calendarMs = steadyMs) => ({ steadyMs, calendarMs })
const aged = (ageOnArrivalMs: number): Reading<string> => ({
  data: 'board',
  etag: null,
  version: null,
  asOfMs: 0,
  ageOnArrivalMs,
  arrivedAt: at(0),
  restMs: 1,
})

test('a board is fresh for ten seconds, late up to thirty, then stale', () => {
  assert.equal(freshness(aged(0), at(9_999)), 'fresh')
  assert.equal(freshness(aged(0), at(10_000)), 'late')
  assert.equal(freshness(aged(0), at(29_999)), 'late')
  assert.equal(freshness(aged(0), at(30_000)), 'stale')
})

test('a screen that never got a board is stale', () => {
  assert.equal(freshness(undefined, at(0)), 'stale')
})

test('the age a board had on arrival counts', () => {
  assert.equal(ageMs(aged(8_000), at(2_500)), 10_500)
  assert.equal(freshness(aged(8_000), at(2_500)), 'late')
})

test('time asleep counts, though the steady clock stood still', () => {
  assert.equal(elapsedMs(at(1_000, 1_000), at(1_200, 3_600_000)), 3_599_000)
})

test('a clock set back makes nothing younger', () => {
  assert.equal(elapsedMs(at(1_000, 5_000_000), at(21_000, 1_000_000)), 20_000)
  assert.equal(elapsedMs(at(1_000, 5_000), at(1_000, 1_000)), 0)
})

test("the age on arrival is by the server's clock alone", () => {
  const headers = new Headers({
    Date: 'Thu, 05 Jan 2026 12:00:20 GMT',
    'Board-As-Of': '2026-01-05T12:00:06.500Z',
  })
  const reading = readingOfAnswer(headers, 'board', '"a"')
  assert.equal(reading.ageOnArrivalMs, 13_500)
  assert.equal(reading.asOfMs, Date.parse('2026-01-05T12:00:06.500Z'))
})

test('a Date header cut to the second makes no negative age', () => {
  const headers = new Headers({
    Date: 'Thu, 05 Jan 2026 12:00:20 GMT',
    'Board-As-Of': '2026-01-05T12:00:20.900Z',
  })
  assert.equal(readingOfAnswer(headers, 'board', '"a"').ageOnArrivalMs, 0)
})

test('the reading a page brings is as old as it was when the page was rendered', () => {
  const renderedAtMs = Date.parse('2026-01-05T12:00:01.000Z')
  assert.equal(readingOfPage('board', '2026-01-05T12:00:00.250Z', renderedAtMs).ageOnArrivalMs, 750)
})
