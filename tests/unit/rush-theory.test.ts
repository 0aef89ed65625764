import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawCustomers, TAKE_MEAN_MS } from '#rush/customers.ts'
import { cookingOf, foretell, inTurn } from '#rush/foretell.ts'
import { batchMeans, meanOf } from '#rush/interval.ts'
import { type RushSettings, settingsOf } from '#rush/settings.ts'
import {
  allenCunneen,
  departureScv,
  erlangB,
  erlangC,
  pollaczekKhinchine,
  waitOfManyServers,
} from '#rush/theory.ts'
import { standInLine } from '#tests/support/stand-in-line.ts'

/** Erlangs that so many lines take at this blocking: printed in calculators' manuals, as named. */
for (const [lines, erlangs, blocked, digits, source] of [
  [15, 8.108, 0.01, 5, 'https://erlang.com/calculatormanual/howmuchtrafficcanatrunkgrouphandle.htm'],
  [17, 9.6516, 0.01, 6, 'http://abstractmicro.com/erlang/helppages/ref-erlbtraffromblockage.htm'],
  [17, 12.4613, 0.05, 6, 'http://abstractmicro.com/erlang/helppages/ref-erlbtraffromblockage.htm'],
  [25, 16.1245, 0.01, 6, 'http://abstractmicro.com/erlang/helppages/ref-erlbtraffromblockage.htm'],
] as const) {
  test(`Erlang B: ${lines} lines take ${erlangs} erlangs at ${blocked * 100} % (${source})`, () => {
    assert.equal(erlangB(erlangs, lines).toFixed(digits), blocked.toFixed(digits))
  })
}

/** A radio network's table: 8 channels with 5 % delayed, 10 with 1 %. https://www.scribd.com/document/831962299/TABLE-C */
test('Erlang C: as a printed table has it', () => {
  assert.equal(erlangC(3.87, 8).toFixed(3), '0.050')
  assert.equal(erlangC(4.08, 10).toFixed(3), '0.010')
})

/**
 * M/M/c, mean service 1: Adan and Resing, Queueing Systems, Eindhoven, 26 March 2015, tables 5.1 (each server busy 0.9 of the time) and
 * 5.2 (a tenth of a server to spare). The wait of five servers in the first is 1.525: the book prints 1.53.
 */
for (const [servers, waits, wait] of [
  [1, 0.9, 9],
  [2, 0.85, 4.26],
  [5, 0.76, 1.53],
  [10, 0.67, 0.67],
  [20, 0.55, 0.28],
] as const) {
  test(`M/M/${servers} at 0.9: ${waits} wait, ${wait} on average`, () => {
    assert.ok(Math.abs(erlangC(0.9 * servers, servers) - waits) <= 0.005)
    assert.ok(Math.abs((waitOfManyServers(0.9 * servers, 1, servers) ?? 0) - wait) < 0.0051)
  })
}
for (const [servers, wait] of [
  [1, '9.00'],
  [2, '9.26'],
  [5, '9.50'],
  [10, '9.64'],
  [20, '9.74'],
] as const) {
  test(`M/M/${servers} with a tenth of a server to spare: ${wait} on average`, () => {
    assert.equal(waitOfManyServers(servers - 0.1, 1, servers)?.toFixed(2), wait)
  })
}

/** Iversen, Teletraffic Engineering, example 12.3.1: 32 channels of 100 s at 20 erlangs, 5 of 10 s at 2; in seconds. */
test('M/M/c: as a handbook of telephone traffic computes it', () => {
  assert.equal(waitOfManyServers(20 / 100, 100, 32)?.toFixed(3), '0.075')
  assert.equal(waitOfManyServers(2 / 10, 10, 5)?.toFixed(3), '0.199')
})

test('Erlang C is the sum that defines it, and of one server the part of the time in which it is busy', () => {
  for (const [load, servers] of [
    [0.7, 1],
    [1.3, 2],
    [4.4, 6],
  ] as const) {
    const powers = Array.from({ length: servers + 1 }, (_, n) => load ** n / factorial(n))
    const all = ((powers[servers] ?? 0) * servers) / (servers - load)
    const none = powers.slice(0, servers).reduce((sum, power) => sum + power, 0)
    assert.equal(erlangC(load, servers).toFixed(12), (all / (none + all)).toFixed(12))
  }
  assert.equal(erlangC(0.7, 1).toFixed(12), '0.700000000000')
})

test('M/G/1: constant service halves the wait of service by chance', () => {
  assert.equal(pollaczekKhinchine(0.9, { mean: 1, scv: 1 })?.toFixed(6), '9.000000')
  assert.equal(pollaczekKhinchine(0.9, { mean: 1, scv: 0 })?.toFixed(6), '4.500000')
})

test('G/G/c agrees with what it must be equal to', () => {
  const service = { mean: 2, scv: 0.4 }
  assert.equal(allenCunneen(0.3, 1, service, 1)?.toFixed(9), pollaczekKhinchine(0.3, service)?.toFixed(9))
  assert.equal(allenCunneen(0.8, 1, { mean: 2, scv: 1 }, 3), waitOfManyServers(0.8, 2, 3))
})

test('what came by chance and was served by chance leaves by chance', () => {
  for (const servers of [1, 3]) assert.equal(departureScv(1, 1, 0.8, servers), 1)
})

test('a station that is always busy lets go as evenly as it serves, an idle one as it gets', () => {
  assert.equal(departureScv(1.5, 0.5, 1, 1), 0.5)
  assert.equal(departureScv(1.5, 0.5, 0, 1), 1.5)
})

test('what is more than can be done grows without end', () => {
  assert.equal(erlangC(4, 3), 1)
  assert.equal(waitOfManyServers(1, 3, 3), null)
  assert.equal(pollaczekKhinchine(1, { mean: 1, scv: 0.3 }), null)
  const { office, apartment } = foretell(settingsOf({ seed: 1, preset: 'overload' }))
  assert.ok(office.cooks.busy > 1 && office.foodMs === null && office.counterMs !== null)
  assert.ok(apartment.hands.busy > 1 && apartment.counterMs === null)
})

test('one who serves is foretold by Pollaczek and Khinchine, several by Erlang where they take a time by chance', () => {
  const methods = (clerks: number, cooks: number) => {
    const { office, apartment } = foretell(settingsOf({ seed: 1, preset: 'quiet', clerks, cooks }))
    return [office.clerks, office.cooks, apartment.hands].map(({ method }) => method)
  }
  assert.deepEqual(methods(1, 1), ['pollaczek-khinchine', 'pollaczek-khinchine', 'allen-cunneen'])
  assert.deepEqual(methods(2, 2), ['erlang-c', 'allen-cunneen', 'allen-cunneen'])
})

const LONG: RushSettings = {
  ...settingsOf({ seed: 20191108, patienceMinutes: null, size: 2, perMinute: 3 }),
  minutes: 60_000,
}

test('the customers are as theory takes them to be', () => {
  const customers = drawCustomers(LONG)
  const cooking = cookingOf(LONG.size)
  const service = inTurn({ mean: TAKE_MEAN_MS, scv: 1 }, cooking)
  const total = customers.map(({ cookMs, takeMs }) => cookMs + takeMs)
  const mean = meanOf(total)
  const scv = meanOf(total.map(ms => (ms - mean) ** 2)) / mean ** 2
  near(customers.length, LONG.perMinute * LONG.minutes, 0.01)
  near(meanOf(customers.map(({ cookMs }) => cookMs)), cooking.mean, 0.01)
  near(mean, service.mean, 0.01)
  near(scv, service.scv, 0.03)
})

for (const [what, change] of [
  ['one pair of hands, one clerk and one cook', { apartmentHands: 1, clerks: 1, cooks: 1, perMinute: 2 }],
  ['two clerks and one cook', { apartmentHands: 1, clerks: 2, cooks: 1, perMinute: 2.5 }],
] as const) {
  test(`${what}: what exact theory says lies in the interval of a long line by arithmetic`, () => {
    const settings = { ...LONG, ...change }
    const customers = drawCustomers(settings)
    const expected = foretell(settings)
    const served = standInLine(
      customers.map(({ arrivesAtMs, takeMs, cookMs }) => ({
        arrivesMs: arrivesAtMs,
        serviceMs: takeMs + cookMs,
      })),
      settings.apartmentHands,
    )
    const seated = standInLine(
      customers.map(({ arrivesAtMs, takeMs }) => ({ arrivesMs: arrivesAtMs, serviceMs: takeMs })),
      settings.clerks,
    )
    const fed = standInLine(
      customers.map(({ cookMs }, index) => ({ arrivesMs: seated[index] ?? 0, serviceMs: cookMs })),
      settings.cooks,
    )
    const clock = (done: number[]) =>
      customers.map(({ arrivesAtMs }, index) => (done[index] ?? 0) - arrivesAtMs)

    for (const [measured, theory, { busy }] of [
      [clock(served), expected.apartment.counterMs, expected.apartment.hands],
      [clock(seated), expected.office.counterMs, expected.office.clerks],
      [clock(fed), expected.office.foodMs, expected.office.cooks],
    ] as const) {
      const interval = batchMeans(measured, busy)
      assert.ok(interval && theory)
      assert.ok(
        interval.least <= theory && theory <= interval.most,
        `${theory} is not in ${JSON.stringify(interval)}`,
      )
      assert.ok(interval.most - interval.least < 0.25 * theory, 'the interval says nothing')
    }
  })
}

function near(actual: number, expected: number, share: number): void {
  assert.ok(Math.abs(actual - expected) <= share * expected, `${actual} is not near ${expected}`)
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1)
}
