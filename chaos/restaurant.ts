/** The restaurant that is put through it: the real one, but for these facts and one dish more. */
export const SLUG = 'office'

/**
 * A day's trade in minutes: numbers soon leave the wall uncollected, and the line, in seconds of cooking for each of eight cooks, ends before
 * a board's hundred, so that nearly every reading of it is of the whole line.
 */
export const FACTS = { cooks: 4, readyMinutes: 1, maxQueued: 200 }

/** The cooks are so much faster than life; locks and time-outs are not. */
export const KITCHEN_SPEED = 75

/**
 * Nine portions of a second each outlast the lock of eight: a cook must renew it meanwhile, and loses it whenever Redis
 * is away, full or frozen for long.
 */
export const LONG_DISH = {
  id: 'roast',
  name: 'Slow roast',
  price: 1990,
  cookSeconds: 75,
  picture: '/menu/burger.svg',
}
export const LONG_ORDER = { items: [{ id: LONG_DISH.id, quantity: 9 }], dining: 'eat-in' } as const
