import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addOne,
  type Basket,
  countOf,
  EMPTY_BASKET,
  hasRoomFor,
  linesOf,
  onlyFrom,
  takeOne,
  totalOf,
} from '#app/[restaurant]/kiosk/basket.ts'
import type { Item } from '#orders/restaurant.ts'

const menu: Item[] = [item('nuggets-6', 490), item('fries', 290)]

test('a basket keeps the order in which things were picked', () => {
  const basket = pick('fries', 'nuggets-6', 'fries')
  assert.deepEqual(basket.items, [
    { id: 'fries', quantity: 2 },
    { id: 'nuggets-6', quantity: 1 },
  ])
})

test('taking the last one takes the line', () => {
  assert.deepEqual(takeOne(pick('fries'), 'fries'), EMPTY_BASKET)
})

test('taking what is not there changes nothing', () => {
  assert.deepEqual(takeOne(pick('fries'), 'coffee'), pick('fries'))
})

test('the total counts every piece, in cents', () => {
  const basket = pick('nuggets-6', 'fries', 'nuggets-6')
  assert.equal(totalOf(basket, menu), 1270)
  assert.equal(countOf(basket), 3)
})

test('a line holds at most twenty', () => {
  const full = pick(...Array<string>(20).fill('fries'))
  assert.equal(hasRoomFor(full, 'fries'), false)
  assert.equal(addOne(full, 'fries'), full)
  assert.equal(hasRoomFor(full, 'nuggets-6'), true)
})

test('an order holds at most twenty lines', () => {
  const full = pick(...Array.from({ length: 20 }, (_, index) => `dish-${index}`))
  assert.equal(addOne(full, 'one-too-many'), full)
  assert.equal(countOf(addOne(full, 'dish-7')), 21)
})

test('what has left the menu leaves the basket', () => {
  const basket = onlyFrom(menu, pick('fries', 'soup'))
  assert.deepEqual(linesOf(basket, menu), [{ item: menu[1], quantity: 1 }])
  assert.equal(basket.items.length, 1)
})

function pick(...ids: string[]): Basket {
  return ids.reduce(addOne, EMPTY_BASKET)
}

function item(id: string, price: number): Item {
  return { id, name: id, description: '', price, cookSeconds: 1, failureRate: 0, picture: `/menu/${id}.svg` }
}
