import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTS, KITCHEN_SPEED, LONG_DISH, LONG_ORDER } from '#chaos/restaurant.ts'
import { HABITS } from '#orders/kitchen.ts'
import { OrderRequest } from '#orders/order.ts'
import { prepare, secondsToCook } from '#orders/prepare-order.ts'
import { Item, RestaurantFile } from '#orders/restaurant.ts'

test('the long order outlasts a lock, so that a run sees locks renewed and lost', () => {
  const file = RestaurantFile.parse({
    name: 'Chaos',
    service: 'queue',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    languages: ['en'],
    ...FACTS,
  })
  const restaurant = { ...file, slug: 'chaos', menu: [Item.parse(LONG_DISH)] }
  const { items } = prepare(restaurant, OrderRequest.parse(LONG_ORDER))
  assert.ok((secondsToCook(items) * 1000) / KITCHEN_SPEED > HABITS.lockMs)
})
