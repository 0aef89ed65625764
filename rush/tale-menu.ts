import type { Item } from '#orders/restaurant.ts'

/** Seconds that a portion takes a cook, and its price in cents. */
const DISHES = {
  'nuggets-6': ['6-piece nuggets', 8, 490],
  'nuggets-20': ['20-piece nuggets', 20, 1290],
  burger: ['Cheeseburger', 12, 650],
  'veggie-wrap': ['Veggie wrap', 10, 590],
  fries: ['Fries', 6, 290],
  salad: ['Garden salad', 5, 450],
  'apple-pie': ['Apple pie', 4, 320],
  sundae: ['Caramel sundae', 3, 340],
  lemonade: ['Lemonade', 2, 250],
  coffee: ['Coffee', 2, 220],
} as const

/**
 * What both restaurants of the tale cook: the menu that comes along, but not the shop's file, which is the shop's to change.
 * Another menu is other customers for the same seed.
 */
export const TALE_MENU: Item[] = Object.entries(DISHES).map(([id, [name, cookSeconds, price]]) => ({
  id,
  name,
  description: '',
  price,
  cookSeconds,
  failureRate: 0,
  picture: `/menu/${id}.svg`,
}))

/** Only guests near the office order these, to see what becomes of it: they take a real second at any speed of the story. */
export const MISHAPS: Item[] = [
  mishap('slippery-tray', 'Slippery tray', { failureRate: 0, dropsFirst: 2 }),
  mishap('hopeless-tray', 'Hopeless tray', { failureRate: 1 }),
]

function mishap(id: string, name: string, falls: Pick<Item, 'failureRate' | 'dropsFirst'>): Item {
  return {
    id,
    name,
    description: '',
    price: 100,
    cookSeconds: 1,
    ...falls,
    picture: '/menu/nuggets-20.svg',
  }
}
