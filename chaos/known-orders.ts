import type { Status } from '#orders/order.ts'
import type { BoardRead, Entry, History, Seen } from './history.ts'

/** An order in a status, at some moment from `from` to `to`. */
export type Sight = {
  from: number
  to: number
  status: Status
  /** Portions, where that is told. */
  done?: number
  where: string
}

/** All that is known of one order. */
export type Known = {
  id: string
  number: number
  placedAt: number
  keys: Set<string>
  /** When it was first promised to somebody. */
  acknowledgedAt: number | undefined
  /** Each time at which it was said to be ready; more than one is one too many. */
  readyAts: Set<number>
  /** By the moment from which on it may have been so. */
  sights: Sight[]
  /** As the last whole answer told it. */
  last: Seen
  lastAt: number
}

/** What a board showed, and which order that was. */
export type BoardEntry = Entry & {
  list: 'preparing' | 'ready' | 'attention'
  asOf: number
  seenIn: BoardRead
}

export type KnownOrders = {
  all: Known[]
  byId: Map<string, Known>
  byNumber: Map<number, Known[]>
  /** Entries of boards that are no known order. */
  strangers: BoardEntry[]
}

const LISTS = ['preparing', 'ready', 'attention'] as const

/** Brings together what the answers, tickets and boards tell of each order. */
export function knowOrders(history: History): KnownOrders {
  const byId = new Map<string, Known>()

  function know(seen: Seen): Known {
    const known = byId.get(seen.id) ?? {
      id: seen.id,
      number: seen.number,
      placedAt: seen.placedAt,
      keys: new Set(),
      acknowledgedAt: undefined,
      readyAts: new Set(),
      sights: [],
      last: seen,
      lastAt: 0,
    }
    byId.set(seen.id, known)
    return known
  }

  for (const { seen, key, ...request } of history.asked) {
    if (!seen) continue
    const known = know(seen)
    known.keys.add(key)
    known.acknowledgedAt = Math.min(known.acknowledgedAt ?? Number.POSITIVE_INFINITY, request.to)
    look(known, seen, request, 'the answer to its order')
  }
  for (const { seen, what, ...request } of history.read) {
    if (seen)
      look(know(seen), seen, request, what === 'ticket' ? 'its ticket' : 'the answer to its collection')
  }

  const all = [...byId.values()]
  const byNumber = Map.groupBy(all, ({ number }) => number)
  const strangers = lookAtBoards(history, byNumber)
  for (const { sights } of all) sights.sort((a, b) => a.from - b.from)
  return { all, byId, byNumber, strangers }
}

function look(
  known: Known,
  seen: Seen,
  { from, to, web }: { from: number; to: number; web: string },
  where: string,
) {
  known.sights.push({ from, to, status: seen.status, done: seen.done, where: `${where} (${web})` })
  if (seen.readyAt !== null) known.readyAts.add(seen.readyAt)
  if (to >= known.lastAt) {
    known.last = seen
    known.lastAt = to
  }
}

/** A board is of one moment. Its entries say since when, so they name their order even where a number was given twice. */
function lookAtBoards({ boards }: History, byNumber: Map<number, Known[]>): BoardEntry[] {
  const strangers: BoardEntry[] = []
  for (const read of boards) {
    const { shown, web } = read
    if (!shown) continue
    const { asOf } = shown
    for (const list of LISTS) {
      for (const entry of shown[list]) {
        const known = orderOf(entry, list, byNumber.get(entry.number) ?? [])
        if (!known) strangers.push({ ...entry, list, asOf, seenIn: read })
        else {
          known.sights.push({ from: asOf, to: asOf, status: list, where: `the board (${web})` })
          if (list === 'ready') known.readyAts.add(entry.since)
        }
      }
    }
  }
  return strangers
}

/** While an order is being prepared the board tells when it was placed; then, since when it is ready or needs a person. */
function orderOf({ since }: Entry, list: BoardEntry['list'], orders: Known[]): Known | undefined {
  if (list === 'preparing') return orders.find(({ placedAt }) => placedAt === since)
  return orders.filter(({ placedAt }) => placedAt <= since).sort((a, b) => b.placedAt - a.placedAt)[0]
}
