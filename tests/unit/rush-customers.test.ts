import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OrderRequest } from '#orders/order.ts'
import { drawCustomers, drawWalkOut, partyOf } from '#rush/customers.ts'
import { mulberry32 } from '#rush/draw.ts'
import { closesAtMs, Preset, RushRequest, RushSettings, settingsOf } from '#rush/settings.ts'
import { TALE_MENU } from '#rush/tale-menu.ts'

const lunch = settingsOf({ seed: 42 })

test('the generator draws what its author’s draws', () => {
  const draw = mulberry32(1)
  assert.deepEqual([draw(), draw(), draw()], [0.6270739405881613, 0.002735721180215478, 0.5274470399599522])
})

test('equal seeds give equal customers, whatever the speed and the hands', () => {
  const others = { ...lunch, speed: 1, apartmentHands: 1, clerks: 4, cooks: 8 }
  assert.deepEqual(drawCustomers(others), drawCustomers(lunch))
  assert.notDeepEqual(drawCustomers({ ...lunch, seed: 43 }), drawCustomers(lunch))
})

test('the coach party is one giant order among the same customers', () => {
  const customers = drawCustomers({ ...lunch, coachPortions: 40 })
  const coach = customers.filter(({ portions, patienceMs }) => portions === 40 && patienceMs === null)
  assert.equal(coach.length, 1)
  const withoutName = ({ name, takeMs, ...rest }: (typeof customers)[number]) => rest.arrivesAtMs
  assert.deepEqual(
    customers.filter(customer => !coach.includes(customer)).map(withoutName),
    drawCustomers(lunch).map(withoutName),
  )
})

test('who ordered for the coach is known, also where others order as much', () => {
  for (const coachPortions of [1, 2, 40]) {
    const settings = { ...lunch, coachPortions }
    const { portions, patienceMs } = partyOf(settings, drawCustomers(settings)) ?? {}
    assert.deepEqual([portions, patienceMs], [coachPortions, null])
  }
  assert.equal(partyOf(lunch, drawCustomers(lunch)), undefined)
})

test('longer rushes begin as shorter ones', () => {
  const short = drawCustomers(lunch)
  assert.deepEqual(drawCustomers({ ...lunch, minutes: 10 }).slice(0, short.length), short)
})

test('every order can be cooked, and its cooking is that of its dishes', () => {
  for (const { items, cookMs, portions } of drawCustomers({ ...lunch, size: 8, coachPortions: 60 })) {
    OrderRequest.parse({ items })
    const dishes = items.map(({ id, quantity }) => ({
      quantity,
      item: TALE_MENU.find(dish => dish.id === id),
    }))
    assert.equal(
      dishes.reduce(
        (sum, { quantity, item }) => sum + quantity * (item?.cookSeconds ?? Number.NaN) * 1000,
        0,
      ),
      cookMs,
    )
    assert.equal(
      items.reduce((sum, { quantity }) => sum + quantity, 0),
      portions,
    )
  }
})

test('patience is none or at least half of the mean', () => {
  for (const { patienceMs } of drawCustomers(lunch)) assert.ok(patienceMs !== null && patienceMs >= 150_000)
  for (const { patienceMs } of drawCustomers({ ...lunch, patienceMinutes: null }))
    assert.equal(patienceMs, null)
})

test('a cook walks out in the middle, when one does', () => {
  assert.equal(drawWalkOut(lunch), null)
  const atMs = drawWalkOut({ ...lunch, cookWalksOut: true }) ?? 0
  assert.ok(atMs >= 90_000 && atMs <= 150_000)
})

test('every preset is a rush, with as many hands on both sides', () => {
  for (const preset of Preset.options) {
    const settings = RushSettings.parse(settingsOf(RushRequest.parse({ seed: 1, preset })))
    assert.equal(settings.apartmentHands, settings.clerks + settings.cooks)
  }
})

test('whatever is asked for, the doors are closed within a quarter of an hour of ours', () => {
  for (const speed of [1, 2, 5, 10, 60]) {
    for (const minutes of [0.5, 5, 10, 30]) {
      const asked = RushRequest.safeParse({ seed: 1, perMinute: 1, minutes, speed })
      if (!asked.success) continue
      const settings = settingsOf(asked.data)
      assert.ok(closesAtMs(settings) / speed <= 15 * 60_000)
      assert.ok(closesAtMs(settings) >= minutes * 60_000 + Math.min(30, 5 * speed) * 60_000)
    }
  }
})

for (const [what, request, path] of [
  ['no seed', {}, 'seed'],
  ['more customers than fit', { seed: 1, perMinute: 30, minutes: 30 }, 'perMinute'],
  ['a cook who walks out alone', { seed: 1, preset: 'walk-out', cooks: 1 }, 'cooks'],
  ['more customers than can come in a second', { seed: 1, perMinute: 60, speed: 60 }, 'speed'],
  ['an evening for guests without an end', { seed: 1, perMinute: 0, speed: 2, minutes: 5 }, 'minutes'],
  ['hardly ever a customer', { seed: 1, perMinute: 0.0001, speed: 60 }, 'perMinute'],
  ['half an hour of ours', { seed: 1, perMinute: 1, speed: 1, minutes: 30 }, 'minutes'],
  [
    'guests and one order for half an hour',
    { seed: 1, perMinute: 0, coachPortions: 1, speed: 5, minutes: 30 },
    'minutes',
  ],
  ['no speed at all', { seed: 1, speed: 0 }, 'speed'],
  ['a crowd of clerks', { seed: 1, clerks: 5 }, 'clerks'],
] as const) {
  test(`${what} is no rush`, () => {
    const { error } = RushRequest.safeParse(request)
    assert.deepEqual(
      error?.issues.map(issue => issue.path.join('.')),
      [path],
    )
  })
}
