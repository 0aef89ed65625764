import assert from 'node:assert/strict'
import { test } from 'node:test'
import { busyInWords, expectedInWords, measuredInWords, verdictInWords } from '#app/tale/theory/in-words.ts'
import { type Line, linesOf, whyItMayDiffer } from '#app/tale/theory/lines.ts'
import { drawCustomers } from '#rush/customers.ts'
import { foretell } from '#rush/foretell.ts'
import { newRush, type Rush } from '#rush/rush.ts'
import { type RushRequest, settingsOf } from '#rush/settings.ts'
import { standInLine } from '#tests/support/stand-in-line.ts'

/** A rush whose office has served `served` customers, by arithmetic. */
function rushOf(request: RushRequest, served = Number.POSITIVE_INFINITY): Rush {
  const settings = settingsOf(request)
  const customers = drawCustomers(settings)
  const seated = standInLine(
    customers.map(({ arrivesAtMs, takeMs }) => ({ arrivesMs: arrivesAtMs, serviceMs: takeMs })),
    settings.clerks,
  )
  const rush: Rush = { ...newRush('a', settings, customers.length), state: 'done' }
  rush.clocks.office = customers.slice(0, served).map(({ name, arrivesAtMs, cookMs }, index) => {
    const counterMs = (seated[index] ?? 0) - arrivesAtMs
    return { customer: name, arrivedMs: arrivesAtMs, counterMs, foodMs: counterMs + cookMs }
  })
  return rush
}

const counterOf = (rush: Rush): Line => {
  const line = linesOf(rush).find(({ side, clock }) => side === 'office' && clock === 'counter')
  assert.ok(line)
  return line
}

const LONG = { seed: 3, perMinute: 8, minutes: 30, speed: 60, patienceMinutes: null } as const

const NONE = { longer: '', shorter: '' }

test('a long day at the counter agrees with theory, and says within what', () => {
  const line = counterOf(rushOf(LONG))
  assert.equal(line.verdict, 'agrees')
  assert.equal(expectedInWords(line), '9 s on average')
  assert.match(
    measuredInWords(line),
    /^\d+ s on average of the last \d+ customers; with 95 % confidence between \d+ s and \d+ s$/,
  )
  assert.equal(verdictInWords(line, NONE), 'Theory lies within the interval: the two agree.')
})

test('with few customers nothing is claimed', () => {
  const line = counterOf(rushOf(LONG, 39))
  assert.equal(line.verdict, 'too-few')
  assert.match(measuredInWords(line), /of 39 customers; too few to be sure of anything/)
  assert.equal(measuredInWords(counterOf(rushOf(LONG, 0))), 'nobody was served yet')
})

test('more than can be done grows without end, whatever was measured', () => {
  const rush = rushOf({ seed: 3, preset: 'overload' })
  const food = linesOf(rush).find(({ clock }) => clock === 'food')
  assert.ok(food)
  assert.equal(expectedInWords(food), 'grows without end')
  assert.match(verdictInWords(food, NONE), /^More comes than 3 pairs of hands can do/)
  assert.match(busyInWords(foretell(rush.settings).office.cooks), /^would have to be each busy 1\d\d %/)
})

test('where the two differ, a reason is given that was there, and that works in that direction', () => {
  const rush = rushOf({ ...LONG, preset: 'coach' })
  const said = (meanMs: number, expectedMs: number) => {
    const line: Line = { ...counterOf(rush), verdict: 'differs', meanMs, expectedMs }
    return verdictInWords(line, whyItMayDiffer(rush))
  }
  assert.match(said(9_000, 5_000), /^Theory expects less .* One reason: one order was for a whole coach/)
  assert.match(
    said(5_000, 9_000),
    /^Theory expects more .* One reason: the doors open on an empty restaurant/,
  )
  rush.sides.office.walkedOut = [1]
  assert.match(said(5_000, 9_000), /One reason: one customer walked out/)

  const plain = { ...rush, settings: { ...rush.settings, coachPortions: 0 } }
  assert.match(whyItMayDiffer(plain).longer, new RegExp(`${plain.settings.speed} times as fast as life`))
})
