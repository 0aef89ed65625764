import type { Listed } from '#orders/list-orders.ts'

const HEAD = ['number', 'status', 'stage', 'since', 'failed', 'why']

/** Orders, for the terminal. */
export function tableOf(orders: Listed[], timeZone: string): string {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const rows = orders.map(({ number, state, since, failures, kitchensLost, why }) => [
    String(number),
    state === 'cooking' || state === 'queued' ? 'preparing' : state,
    state === 'cooking' || state === 'queued' ? state : '',
    clock.format(since),
    failures + kitchensLost > 0 ? String(failures + kitchensLost) : '',
    why.split('\n')[0] ?? '',
  ])
  const lines = [HEAD, ...rows]
  const widths = HEAD.map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0)))
  return lines
    .map(line =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
