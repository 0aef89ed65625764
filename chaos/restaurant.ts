/** The restaurant that is put through it: the real one, but for these facts. */
export const SLUG = 'office'

/**
 * A day's trade in minutes: numbers soon leave the wall uncollected, and the line ends before a board's hundred,
 * so that nearly every reading of it is of the whole line.
 */
export const FACTS = { cooks: 4, readyMinutes: 1, maxQueued: 400 }
