import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { drawCustomers } from '#rush/customers.ts'
import { foretell } from '#rush/foretell.ts'
import { batchMeans, meanOf } from '#rush/interval.ts'
import type { Rush } from '#rush/rush.ts'
import { settingsOf } from '#rush/settings.ts'
import { standInLine } from '#tests/support/stand-in-line.ts'
import { followRush, isOver, startRush, startTale } from '#tests/support/start-tale.ts'

/**
 * Nearly two hundred customers in eleven seconds. Nobody walks out: theory does not know such people. With hands to spare the lines settle soon:
 * of the seeds 1 to 400, theory lies in all three intervals of 98 % by arithmetic alone, so few customers tell much.
 */
const LONG = {
  seed: 69,
  perMinute: 20,
  size: 1,
  minutes: 9,
  speed: 50,
  apartmentHands: 6,
  clerks: 3,
  cooks: 4,
  patienceMinutes: null,
} as const

/** The lines begin empty, and theory's do not: the first minute is left out. */
const WARM_UP_MS = 60_000
/** An interval that is wider, of what theory expects, would say little. */
const WIDEST = 0.65

/**
 * What HTTP, Redis and timers may cost a customer, in real milliseconds, on average. An order loses less than ten on its way,
 * but whoever is behind it in a busy kitchen waits for these too.
 */
const MOST_ON_THE_WAY_MS = 60

let tale: Awaited<ReturnType<typeof startTale>>
let rush: Rush

before(async () => {
  tale = await startTale()
  rush = await followRush(tale.nugget.url, await startRush(tale.nugget.url, LONG), isOver)
})
after(() => tale.stop())

for (const [side, clock] of [
  ['apartment', 'counterMs'],
  ['office', 'counterMs'],
  ['office', 'foodMs'],
] as const) {
  test(`${side}, ${clock}: what theory expects lies in the 99.9 % interval of what was measured`, () => {
    const expected = foretell(settingsOf(LONG))[side][clock]
    const settled = rush.clocks[side]
      .filter(({ arrivedMs }) => arrivedMs >= WARM_UP_MS)
      .sort((one, other) => one.arrivedMs - other.arrivedMs)
    const interval = batchMeans(
      settled.map(times => times[clock]),
      99.9,
    )
    assert.ok(expected !== null && interval)
    assert.ok(
      interval.least <= expected && expected <= interval.most,
      `${expected} is not in ${JSON.stringify(interval)}`,
    )
    const width = (interval.most - interval.least) / expected
    assert.ok(width < WIDEST, `the interval is ${width} wide`)
  })

  test(`${side}, ${clock}: each customer waited as long as arithmetic says, but for what the way costs`, () => {
    const times = rush.clocks[side].map(
      ({ customer, [clock]: ms }) => ms - (byArithmetic(side, clock)[customer - 1] ?? 0),
    )
    const onTheWayMs = meanOf(times) / LONG.speed
    assert.ok(Math.abs(onTheWayMs) < MOST_ON_THE_WAY_MS, `${onTheWayMs} ms`)
  })
}

/** The clock of each of these very customers if nothing but talking, cooking and standing took any time. */
function byArithmetic(side: 'apartment' | 'office', clock: 'counterMs' | 'foodMs'): number[] {
  const customers = drawCustomers(settingsOf(LONG))
  const stations =
    side === 'apartment'
      ? [{ servers: LONG.apartmentHands, serviceOf: both }]
      : clock === 'counterMs'
        ? [{ servers: LONG.clerks, serviceOf: take }]
        : [
            { servers: LONG.clerks, serviceOf: take },
            { servers: LONG.cooks, serviceOf: cook },
          ]
  let at = customers.map(({ arrivesAtMs }) => arrivesAtMs)
  for (const { servers, serviceOf } of stations) {
    at = standInLine(
      customers.map((customer, index) => ({ arrivesMs: at[index] ?? 0, serviceMs: serviceOf(customer) })),
      servers,
    )
  }
  return customers.map(({ arrivesAtMs }, index) => (at[index] ?? 0) - arrivesAtMs)
}

type Times = { takeMs: number; cookMs: number }
const take = ({ takeMs }: Times) => takeMs
const cook = ({ cookMs }: Times) => cookMs
const both = (times: Times) => take(times) + cook(times)
