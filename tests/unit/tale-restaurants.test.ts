import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currentLine, serveAtCounter } from '#orders/counter.ts'
import { kitchenSpeed } from '#orders/kitchen-speed.ts'
import { CustomerLeft } from '#orders/refusals.ts'
import { RestaurantFile } from '#orders/restaurant.ts'
import { keyOfCustomer, newSecret } from '#rush/keys.ts'
import { APARTMENT, OFFICE, taleRestaurant } from '#rush/tale-restaurants.ts'
import { newKey, some } from '#tests/support/kitchen-table.ts'

const shift = (id: string) => ({
  id,
  settings: { speed: 10, apartmentHands: 4, cooks: 3 },
  customerOf: (key: string) => (key === 'key' ? { name: 1, takeMs: 5_000 } : undefined),
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

test('a customer of the rush is expected, talks as long as was drawn, and nobody else is', () => {
  const office = taleRestaurant(OFFICE, shift('a'))
  assert.deepEqual([office?.shift?.isExpected('key'), office?.shift?.takeMs('key')], [true, 500])
  assert.deepEqual([office?.shift?.isExpected('other'), office?.shift?.takeMs('other')], [false, 400])
})

test('each customer has a key of their own, which needs the secret of the rush', () => {
  const secret = newSecret()
  const keys = [1, 2].map(name => keyOfCustomer(secret, name))
  assert.equal(new Set([...keys, keyOfCustomer(newSecret(), 1)]).size, 3)
  assert.deepEqual(
    keys,
    [1, 2].map(name => keyOfCustomer(secret, name)),
  )
})

test('without a rush both are closed', () => {
  for (const slug of [APARTMENT, OFFICE]) {
    assert.equal(taleRestaurant(slug)?.shift?.isOpen, false)
    assert.equal(taleRestaurant(slug, shift('a'))?.shift?.isOpen, true)
  }
})
