import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currentLine, serveAtCounter } from '#orders/counter.ts'
import { kitchenSpeed } from '#orders/kitchen-speed.ts'
import { CustomerLeft } from '#orders/refusals.ts'
import { RestaurantFile } from '#orders/restaurant.ts'
import { customerOfKey, keyOfCustomer } from '#rush/current-rush.ts'
import { APARTMENT, OFFICE, taleRestaurant } from '#rush/tale-restaurants.ts'
import { newKey, some } from '#tests/support/kitchen-table.ts'

const shift = (id: string) => ({
  id,
  settings: { speed: 10, apartmentHands: 4, cooks: 3 },
  takeMs: () => 5_000,
})

test('both are restaurants as a file would have them', () => {
  for (const slug of [APARTMENT, OFFICE]) {
    const { slug: _, shift: __, ...file } = taleRestaurant(slug) ?? {}
    RestaurantFile.parse(file)
  }
  assert.equal(taleRestaurant('office'), undefined)
})

test('the hands and the speed are those of the rush, whatever KITCHEN_SPEED says', () => {
  const [apartment, office] = [APARTMENT, OFFICE].map(slug => taleRestaurant(slug, shift('a')))
  assert.equal(apartment?.cooks, 4)
  assert.equal(office?.cooks, 3)
  assert.equal(office?.maxQueued, 12)
  assert.equal(office?.readyMinutes, 1)
  for (const restaurant of [apartment, office]) {
    assert.ok(restaurant)
    assert.equal(restaurant.menu.find(({ id }) => id === 'burger')?.cookSeconds, 1.2)
    assert.equal(restaurant.shift?.takeMs('key'), 500)
    assert.equal(kitchenSpeed(restaurant), 1)
  }
})

test('a new shift finds an empty counter', async () => {
  const [first, second] = ['a', 'b'].map(id => taleRestaurant(APARTMENT, shift(id)))
  assert.ok(first && second)
  const leaving = new AbortController()
  const served = Array.from({ length: 6 }, () =>
    serveAtCounter(first, some('coffee'), newKey(), leaving.signal),
  )
  assert.equal(currentLine(first).people, 6)
  assert.equal(currentLine(second).people, 0)
  leaving.abort()
  const ends = await Promise.allSettled(served)
  assert.deepEqual(
    ends.map(({ status }) => status),
    [...Array(4).fill('fulfilled'), ...Array(2).fill('rejected')],
  )
  assert.ok(ends.every(end => end.status === 'fulfilled' || end.reason instanceof CustomerLeft))
})

test('a customer of the rush is known by the key, and nobody else is', () => {
  assert.equal(customerOfKey('a1', keyOfCustomer('a1', 12)), 12)
  for (const key of [keyOfCustomer('b2', 12), newKey(), 'rush-a1-', 'rush-a1-0', 'rush-a1-x']) {
    assert.equal(customerOfKey('a1', key), 'guest')
  }
})
