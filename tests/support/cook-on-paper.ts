import { type Customer, LOOK_UP_MS } from '#rush/customers.ts'
import type { RushSettings } from '#rush/settings.ts'
import { MOST_QUEUED_MS } from '#rush/tale-restaurants.ts'

/** One who said the order to a clerk, or left before. */
export type Visit = {
  customer: Customer
  server: number
  startsMs: number
  endsMs: number
  leavesMs: number | null
}
/** Asked to come back later, and when that was to be. */
export type Away = { customer: Customer; fromMs: number; untilMs: number }
export type Meal = Visit & { number: number; seatedMs: number; servedMs: number }
export type Kitchen = { meals: Meal[]; away: Away[]; turnedAway: Visit[] }

/** First come, first served by the first cook who is free; who comes when too much waits is asked to come back, and leaves without the patience for it. */
export function cookOnPaper(visits: Visit[], { cooks, speed }: RushSettings): Kitchen {
  const asking = visits
    .filter(({ leavesMs }) => leavesMs === null)
    .map(visit => ({ visit, atMs: visit.endsMs }))
    .sort((one, other) => one.atMs - other.atMs)
  const free = Array<number>(cooks).fill(0)
  const kitchen: Kitchen = { meals: [], away: [], turnedAway: [] }
  let undone: Meal[] = []
  for (;;) {
    const next = asking.shift()
    if (!next) return kitchen
    const { visit, atMs } = next
    const { customer } = visit
    undone = undone.filter(({ endsMs }) => endsMs > atMs)
    const untilMs = atMs + comeBackAfterMs(undone, atMs, { cooks, speed })
    if (untilMs === atMs) {
      const server = free.indexOf(Math.min(...free))
      const startsMs = Math.max(atMs, free[server] ?? 0)
      const endsMs = startsMs + customer.cookMs
      free[server] = endsMs
      const number = kitchen.meals.length + 1
      const servedMs = endsMs + LOOK_UP_MS
      const meal = { ...visit, number, seatedMs: atMs, server, startsMs, endsMs, servedMs }
      kitchen.meals.push(meal)
      undone.push(meal)
    } else if (customer.patienceMs !== null && untilMs - customer.arrivesAtMs > customer.patienceMs) {
      kitchen.turnedAway.push({ ...visit, leavesMs: atMs })
    } else {
      kitchen.away.push({ customer, fromMs: atMs, untilMs })
      const after = asking.findLastIndex(other => other.atMs <= untilMs)
      asking.splice(after + 1, 0, { visit, atMs: untilMs })
    }
  }
}

/** As the queue counts it (`orders/place-order.ts`), in whole seconds of ours, as HTTP says it. */
function comeBackAfterMs(
  undone: Meal[],
  nowMs: number,
  { cooks, speed }: Pick<RushSettings, 'cooks' | 'speed'>,
): number {
  const workOf = (some: Meal[]) => some.reduce((sum, { customer }) => sum + customer.cookMs, 0)
  const queued = undone.filter(({ startsMs }) => startsMs > nowMs)
  const tooMuch = workOf(queued) - MOST_QUEUED_MS * cooks
  if (tooMuch <= 0) return 0
  const inHand = workOf(undone) - workOf(queued)
  return Math.ceil((tooMuch + inHand) / cooks / speed / 1000) * 1000 * speed
}
