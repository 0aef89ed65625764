import type { Board } from '#orders/board.ts'

type Numbers = { preparing?: number[]; ready?: number[]; attention?: number[] }

/** A board with these numbers. Those in `justReady` became ready a moment ago, everything else a minute ago. */
export function someBoard(
  { preparing = [], ready = [], attention = [] }: Numbers,
  { justReady = [], kitchen = 'open' }: { justReady?: number[]; kitchen?: Board['kitchen']['state'] } = {},
): Board {
  const now = Date.now()
  const entriesOf = (numbers: number[]) =>
    numbers.map(number => ({
      number,
      since: new Date(justReady.includes(number) ? now : now - 60_000).toISOString(),
    }))
  return {
    restaurant: 'office',
    asOf: new Date(now).toISOString(),
    kitchen: { state: kitchen, cooks: 3 },
    preparing: entriesOf(preparing),
    ready: entriesOf(ready),
    attention: entriesOf(attention),
    counts: { preparing: preparing.length, ready: ready.length, attention: attention.length },
  }
}

/** `count` numbers, the first of them `from`. */
export function numbers(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index)
}
