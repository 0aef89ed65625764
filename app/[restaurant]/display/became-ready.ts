import type { Board } from '#orders/board.ts'

const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** "Order 42 is ready", "Orders 42 and 43 are ready"; empty when none is new, or when there was no board to compare with. */
export function becameReady(before: Board['ready'] | undefined, now: Board['ready'] | undefined): string {
  if (!before || !now) return ''

  const known = new Set(before.map(entry => entry.number))
  const numbers = now.filter(entry => !known.has(entry.number)).map(entry => String(entry.number))
  if (numbers.length === 0) return ''
  return numbers.length === 1
    ? `Order ${numbers[0]} is ready`
    : `Orders ${list.format(numbers.reverse())} are ready`
}
