import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FIRST_SEED } from '#app/tale/link.ts'
import {
  busyInWords,
  expectedInWords,
  measuredInWords,
  usualInWords,
  verdictInWords,
} from '#app/tale/theory/in-words.ts'
import { busiestOf, type Line, type LineName, linesOf } from '#app/tale/theory/lines.ts'
import { longDay } from '#app/tale/theory/long-day.ts'
import { foretell } from '#rush/foretell.ts'
import { customersToTell } from '#rush/interval.ts'
import type { Rush } from '#rush/rush.ts'
import { Preset, type RushRequest, settingsOf } from '#rush/settings.ts'
import { suchDays } from '#rush/such-days.ts'
import { playOnPaper } from '#tests/support/play-on-paper.ts'

const END_MS = 36_000_000
const DAYS = 400

const rushOf = (request: RushRequest, storyMs = END_MS): Rush => playOnPaper(settingsOf(request), storyMs)

function lineOf(rush: Rush, name: LineName): Line {
  const usual = rush.state === 'done' ? suchDays(rush.settings) : null
  const line = linesOf(rush, usual).find(line => line.name === name)
  assert.ok(line)
  return line
}

const LONG = { seed: 3, perMinute: 8, minutes: 30, clerks: 2, speed: 60, patienceMinutes: null } as const

test('a long day at the counter does not speak against theory, and says within what', () => {
  const rush = rushOf(LONG)
  const line = lineOf(rush, 'counter')
  assert.equal(line.verdict, 'agrees')
  assert.equal(expectedInWords(line), '4.3\u00a0s on average')
  assert.match(
    measuredInWords(line),
    /^\d\.\d\ss on average of \d+ customers; in the long run, with 90\s% confidence, between \d\.\d\ss and \d\.\d\ss$/,
  )
  assert.match(
    verdictInWords(line, rush),
    / Theory lies within the interval: nothing here speaks against it\.$/,
  )
})

test('a long day as the page offers it is long enough for all three clocks, and theory agrees', () => {
  const rush = rushOf(longDay(FIRST_SEED))
  const { settings } = rush
  assert.equal(settings.apartmentHands, settings.clerks + settings.cooks)
  assert.ok(settings.minutes / settings.speed <= 1, 'a minute')
  for (const name of ['apartment', 'counter', 'food'] as const) {
    const line = lineOf(rush, name)
    assert.ok(customersToTell(busiestOf(line.stations)) <= settings.perMinute * settings.minutes)
    assert.match(
      verdictInWords(line, rush),
      /Theory lies within the interval: nothing here speaks against it/,
    )
  }
})

test('whatever its seed a long day has an interval for each clock, and at least nine in ten hold what theory expects', () => {
  const agrees = { apartment: 0, counter: 0, food: 0 }
  for (let seed = 1; seed <= DAYS; seed += 1) {
    for (const { name, interval, verdict } of linesOf(rushOf(longDay(seed)), null)) {
      assert.ok(interval, `seed ${seed}, ${name}`)
      if (verdict === 'agrees') agrees[name] += 1
    }
  }
  for (const [name, days] of Object.entries(agrees)) assert.ok(days >= 0.9 * DAYS, `${name}: ${days}`)
})

test('a lunch rush is no proof of the long run in either direction, whatever was measured, and says why', () => {
  for (const seed of [1, 2, 42, 99]) {
    const rush = rushOf({ seed, preset: 'lunch', patienceMinutes: null })
    const line = lineOf(rush, 'food')
    assert.equal(line.verdict, 'too-few')
    assert.equal(measuredInWords(line).includes('between'), false)
    assert.match(
      verdictInWords(line, rush),
      / It is too short to bear theory out or to speak against it: for hands that are busy 80 % of the time, that takes some 5,800 customers\.$/,
    )
  }
})

test('each preset is held against days of its own kind', () => {
  for (const preset of Preset.options) {
    const rush = rushOf({ seed: 42, preset })
    const line = lineOf(rush, 'apartment')
    assert.match(usualInWords(line) ?? '', /^between .+ and .+, nineteen in twenty$/)
    assert.match(verdictInWords(line, rush), /This day was like most of its kind|Almost all such days/)
  }
})

test('a day unlike almost all of its kind is called so, with what makes it longer', () => {
  const rush = rushOf({ seed: 42, preset: 'lunch' })
  const line = lineOf(rush, 'apartment')
  const said = (meanMs: number) => verdictInWords({ ...line, meanMs }, rush)
  assert.match(said(1), /Almost all such days take longer: one in twenty lies outside\. It is/)
  assert.match(said(500_000), /Almost all such days are shorter\. One reason: .* 10 times as fast as life/)
  const inRealTime = { ...rush, settings: { ...rush.settings, speed: 1 } }
  assert.match(verdictInWords({ ...line, meanMs: 500_000 }, inRealTime), /One in twenty lies outside\. It is/)
})

test('nothing is claimed of a day that is not over, or was stopped', () => {
  const running = rushOf(LONG, 900_000)
  for (const [rush, why] of [
    [running, /^The day is not over, and whoever still waits is not counted yet\.$/],
    [
      { ...running, state: 'stopped' as const },
      /^The day ended early, and whoever still waited is not count/,
    ],
  ] as const) {
    const line = lineOf(rush, 'counter')
    assert.deepEqual([line.verdict, line.interval, line.usual], ['unfinished', null, null])
    assert.match(verdictInWords(line, rush), why)
  }
  assert.equal(measuredInWords(lineOf(rushOf(LONG, 0), 'food')), 'nobody was served yet')
})

test('more than can be done grows without end, whatever was measured', () => {
  const rush = rushOf({ seed: 3, preset: 'overload' })
  const food = lineOf(rush, 'food')
  assert.equal(expectedInWords(food), 'grows without end')
  assert.match(verdictInWords(food, rush), /^More comes than 3 pairs of hands can do/)
  assert.match(busyInWords(foretell(rush.settings).office.cooks), /^would have to be each busy 1\d\d %/)
})

test('a kitchen that sent people away is one for which no formula holds, nor any other day; one that could have is not', () => {
  const rush = rushOf({ seed: 3, preset: 'lunch' })
  const { apartment, office } = rush.sides
  const full = { ...rush, sides: { apartment, office: { ...office, sentAway: 2 } } }
  for (const name of ['counter', 'food'] as const) assert.equal(lineOf(full, name).usual, null)
  assert.match(
    verdictInWords(lineOf(full, 'counter'), full),
    /^A kitchen that is full asks people to come back/,
  )
  const turnedAway = rushOf({ seed: 42, preset: 'overload' })
  assert.ok(turnedAway.sides.office.walkedOut.length > 0)
  assert.match(
    verdictInWords(lineOf(turnedAway, 'counter'), turnedAway),
    /^A kitchen that is full asks people to come back, which counts at the counter/,
  )
  const spared = rushOf({ seed: 3, preset: 'lunch', cooks: 2 })
  assert.notEqual(lineOf(spared, 'counter').usual, null)
  assert.doesNotMatch(verdictInWords(lineOf(spared, 'counter'), spared), /full/)
})

test('a day with guests is not the day that was drawn, on the side where they ordered', () => {
  const rush = rushOf(LONG)
  const { apartment, office } = rush.sides
  const visited = { ...rush, sides: { office, apartment: { ...apartment, hadGuests: true } } }
  const line = lineOf(visited, 'apartment')
  assert.deepEqual([line.verdict, line.interval, line.usual], ['other', null, null])
  assert.match(verdictInWords(line, visited), /^Guests ordered too/)
  assert.equal(lineOf(visited, 'counter').verdict, 'agrees')
})

test('a crew that changed is one for which no formula holds, nor any other day', () => {
  const rush = rushOf(LONG)
  const walkOut = { atMs: 130_000, cook: 1, number: 17, takenUpAtMs: 165_000, takenUpBy: 0 }
  const gone = { ...rush, walkOuts: [walkOut] }
  const helpedBefore = { ...gone, hires: [{ atMs: 70_000, cook: 4 }] }
  for (const [changed, words] of [
    [helpedBefore, 'The crew changed at 1\u00a0min\u00a010\u00a0s, so no one formula holds.'],
    [gone, 'The crew changed at 2\u00a0min\u00a010\u00a0s, so no one formula holds.'],
  ] as const) {
    const food = lineOf(changed, 'food')
    assert.deepEqual([food.verdict, food.interval, food.usual], ['other', null, null])
    assert.equal(verdictInWords(food, changed), words)
    assert.equal(lineOf(changed, 'counter').verdict, 'agrees')
    assert.doesNotMatch(verdictInWords(lineOf(changed, 'apartment'), changed), /crew/)
  }
})

test('who walked out and who ordered for a whole coach are what the formula does not know', () => {
  const coach = rushOf({ seed: 42, preset: 'coach' })
  assert.match(verdictInWords(lineOf(coach, 'food'), coach), / One order was for a whole coach/)
  assert.equal(lineOf(coach, 'counter').verdict, 'too-few')

  const rush = rushOf(LONG)
  const walkedOut = [{ customer: 1, arrivedMs: 0, atMs: 60_000 }]
  const left = { ...rush, sides: { ...rush.sides, office: { ...rush.sides.office, walkedOut } } }
  assert.match(
    verdictInWords(lineOf(left, 'counter'), left),
    / One customer walked out, and the formula knows only people who stay\.$/,
  )
  assert.doesNotMatch(verdictInWords(lineOf(left, 'apartment'), left), /walked out/)
})
