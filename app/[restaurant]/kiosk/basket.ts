import { z } from 'zod'
import { Dining, MAX_LINES, MAX_QUANTITY } from '#orders/order.ts'
import type { Item } from '#orders/restaurant.ts'

/** What the customer has picked so far, in the order in which it was picked. */
export const Basket = z.object({
  items: z.array(z.object({ id: z.string(), quantity: z.int().min(1).max(MAX_QUANTITY) })).max(MAX_LINES),
  dining: Dining,
})
export type Basket = z.infer<typeof Basket>

export const EMPTY_BASKET: Basket = { items: [], dining: 'eat-in' }

export function quantityOf({ items }: Basket, id: string): number {
  return items.find(item => item.id === id)?.quantity ?? 0
}

/** Whether one more fits: an order holds at most 20 lines of at most 20 each. */
export function hasRoomFor(basket: Basket, id: string): boolean {
  const quantity = quantityOf(basket, id)
  return quantity > 0 ? quantity < MAX_QUANTITY : basket.items.length < MAX_LINES
}

export function addOne(basket: Basket, id: string): Basket {
  if (!hasRoomFor(basket, id)) return basket

  const quantity = quantityOf(basket, id)
  if (quantity === 0) return { ...basket, items: [...basket.items, { id, quantity: 1 }] }
  return withQuantity(basket, id, quantity + 1)
}

export function takeOne(basket: Basket, id: string): Basket {
  return withQuantity(basket, id, quantityOf(basket, id) - 1)
}

/** The basket's lines with what the menu says of each. */
export function linesOf({ items }: Basket, menu: Item[]): { item: Item; quantity: number }[] {
  return items.flatMap(({ id, quantity }) =>
    menu.filter(item => item.id === id).map(item => ({ item, quantity })),
  )
}

/** In minor units of the restaurant's currency. */
export function totalOf(basket: Basket, menu: Item[]): number {
  return linesOf(basket, menu).reduce((sum, { item, quantity }) => sum + item.price * quantity, 0)
}

export function countOf({ items }: Basket): number {
  return items.reduce((sum, { quantity }) => sum + quantity, 0)
}

/** The basket without what the menu does not have. */
export function onlyFrom(menu: Item[], basket: Basket): Basket {
  return { ...basket, items: basket.items.filter(({ id }) => menu.some(item => item.id === id)) }
}

function withQuantity(basket: Basket, id: string, quantity: number): Basket {
  const items = basket.items.map(item => (item.id === id ? { id, quantity } : item))
  return { ...basket, items: items.filter(item => item.quantity > 0) }
}
