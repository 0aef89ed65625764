import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Customer, drawCustomers } from '#rush/customers.ts'
import { type Draw, drawFor, exponential } from '#rush/draw.ts'
import { foretell } from '#rush/foretell.ts'
import { batchMeans, customersToTell, intervalOf, meanOf } from '#rush/interval.ts'
import { Preset, type RushSettings, settingsOf } from '#rush/settings.ts'
import { dayOnPaper, suchDays } from '#rush/such-days.ts'
import { pollaczekKhinchine, waitOfManyServers } from '#rush/theory.ts'
import { standInLine } from '#tests/support/stand-in-line.ts'

const LINES = 1000
const CLAIMED = 0.9

/** Service of mean 1: by chance; half of it always the same and the rest by chance; and two kinds of orders, long and short. */
const SERVICES = {
  'by chance': { scv: 1, draw: (draw: Draw) => exponential(draw, 1) },
  'half by chance': { scv: 0.25, draw: (draw: Draw) => 0.5 + exponential(draw, 0.5) },
  'of two kinds': { scv: 0.64, draw: (draw: Draw) => (draw() < 0.5 ? 0.2 : 1.8) },
}

/** Lines as long as it takes to tell, and none longer, which begin with nobody in them. */
for (const [servers, busy, service] of [
  [1, 0.2, 'by chance'],
  [1, 0.4, 'by chance'],
  [1, 0.53, 'by chance'],
  [2, 0.6, 'by chance'],
  [3, 0.48, 'by chance'],
  [4, 0.5, 'by chance'],
  [1, 0.4, 'half by chance'],
  [1, 0.4, 'of two kinds'],
] as const) {
  test(`of a thousand lines for ${servers}, busy ${busy}, service ${service}, the interval holds the true mean in nine of ten`, () => {
    const { scv, draw: drawService } = SERVICES[service]
    const wait =
      servers === 1
        ? pollaczekKhinchine(busy, { mean: 1, scv })
        : waitOfManyServers(busy * servers, 1, servers)
    const draw = drawFor(20191108, `${servers} ${busy} ${service}`)
    const intervals = Array.from({ length: LINES }, () => {
      const line = drawLine(draw, customersToTell(busy), busy * servers, drawService)
      const done = standInLine(line, servers)
      return batchMeans(
        line.map(({ arrivesMs }, index) => (done[index] ?? 0) - arrivesMs),
        busy,
      )
    })
    const share = shareHolding(intervals, (wait ?? Number.NaN) + 1)
    assert.ok(share >= CLAIMED, `${share}`)
  })
}

/** What a reader may play whose days are long enough: the presets' customers and orders for half an hour, with hands to spare. */
for (const more of [
  { preset: 'quiet', perMinute: 8, cooks: 6 },
  { preset: 'walk-out', perMinute: 12, clerks: 3, cooks: 8, cookWalksOut: false },
] as const) {
  test(`half an hour of ${more.preset} with hands to spare: where an interval is stated it holds in nine of ten`, () => {
    const settings = settingsOf({ ...more, seed: 1, minutes: 30, patienceMinutes: null })
    const { apartment, office } = foretell(settings)
    const days = daysOf(settings, 600)
    let stated = 0
    for (const [times, station, expectedMs] of [
      [days.map(day => day.apartment), apartment.hands, apartment.counterMs],
      [days.map(day => day.counter), office.clerks, office.counterMs],
      [days.map(day => day.food), office.cooks, office.foodMs],
    ] as const) {
      const intervals = times.map(day => batchMeans(day, station.busy))
      if (intervals.every(interval => interval === null)) continue
      stated += 1
      const share = shareHolding(intervals, expectedMs ?? Number.NaN)
      assert.ok(share >= CLAIMED, `${share}`)
    }
    assert.ok(stated > 0)
  })
}

test('no preset is long enough for an interval of the long run, whatever its seed', () => {
  for (const preset of Preset.options) {
    const settings = settingsOf({ seed: 1, preset })
    const { apartment, office } = foretell(settings)
    for (const { apartment: times, food } of daysOf(settings, 100)) {
      assert.equal(batchMeans(times, apartment.hands.busy), null)
      assert.equal(batchMeans(food, office.cooks.busy), null)
    }
  }
})

for (const preset of Preset.options) {
  test(`${preset}: of other such days at least nine in ten lie in the range that is told`, () => {
    const settings = settingsOf({ seed: 42, preset })
    const ranges = suchDays(settings)
    const days = daysOf({ ...settings, seed: 5000 }, 400)
    for (const clock of ['apartment', 'counter', 'food'] as const) {
      const { least, most } = ranges[clock] ?? { least: Number.NaN, most: Number.NaN }
      const means = days.map(day => meanOf(day[clock]))
      const share = means.filter(mean => least <= mean && mean <= most).length / means.length
      assert.ok(share >= CLAIMED, `${clock}: ${share}`)
      // No range to hold everything: neither no wait at all nor twice the mean of a busy day.
      assert.ok(preset === 'coach' || most < 2.6 * meanOf(means), `${clock}: ${most}`)
    }
  })
}

test('such a day is arithmetic: who stands is served in turn, sits down, and is cooked for in turn', () => {
  const settings = settingsOf({ seed: 7, preset: 'lunch', patienceMinutes: null })
  const customers = drawCustomers(settings)
  const came = customers.map(({ arrivesAtMs }) => arrivesAtMs)
  const through = (arrivals: number[], serviceOf: (customer: Customer) => number, servers: number) =>
    standInLine(
      customers.map((customer, index) => ({
        arrivesMs: arrivals[index] ?? 0,
        serviceMs: serviceOf(customer),
      })),
      servers,
    )
  const served = through(came, ({ takeMs, cookMs }) => takeMs + cookMs, settings.apartmentHands)
  const seated = through(came, ({ takeMs }) => takeMs, settings.clerks)
  const fed = through(seated, ({ cookMs }) => cookMs, settings.cooks)
  const clock = (done: number[]) => done.map((ms, index) => ms - (came[index] ?? 0))
  assert.deepEqual(dayOnPaper(settings), {
    apartment: clock(served),
    counter: clock(seated),
    food: clock(fed),
  })
})

test('on such a day who has no patience leaves, and nobody waits for them', () => {
  const busy = settingsOf({ seed: 7, preset: 'lunch', perMinute: 30, patienceMinutes: null })
  const patient = dayOnPaper(busy)
  const hasty = dayOnPaper({ ...busy, patienceMinutes: 0.5 })
  assert.ok(hasty.apartment.length < patient.apartment.length)
  assert.ok(meanOf(hasty.apartment) < meanOf(patient.apartment))
})

test('the interval of five means is the one that Student’s t gives', () => {
  const { mean, least, most } = intervalOf([8, 9, 10, 11, 12])
  assert.equal(mean, 10)
  assert.deepEqual([least.toFixed(3), most.toFixed(3)], ['8.037', '11.963'])
  assert.throws(() => intervalOf([1, 2]))
})

test('too few tell nothing, and what is always busy never tells', () => {
  const few = customersToTell(0.4) - 1
  assert.equal(batchMeans(Array(few).fill(1), 0.4), null)
  assert.deepEqual(batchMeans(Array(few + 1).fill(1), 0.4), { mean: 1, least: 1, most: 1 })
  assert.equal(batchMeans(Array(5000).fill(1), 1), null)
})

function drawLine(draw: Draw, count: number, rate: number, service: (draw: Draw) => number) {
  let atMs = 0
  return Array.from({ length: count }, () => {
    atMs += exponential(draw, 1 / rate)
    return { arrivesMs: atMs, serviceMs: service(draw) }
  })
}

function daysOf(settings: RushSettings, count: number) {
  return Array.from({ length: count }, (_, day) => dayOnPaper({ ...settings, seed: settings.seed + day }))
}

function shareHolding(intervals: ReturnType<typeof batchMeans>[], truth: number): number {
  const stated = intervals.filter(interval => interval !== null)
  return stated.filter(({ least, most }) => least <= truth && truth <= most).length / stated.length
}
