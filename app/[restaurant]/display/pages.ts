export const TURN_MS = 8_000
/** A page of a wall that is not up to date holds fewer numbers, and nothing new comes: it may be read faster. */
export const STALE_TURN_MS = 5_000

/** Pages turn by the clock, so that every wall, with scripts or without, shows the same page at the same time. */
export function turnAt(nowMs: number, turnMs = TURN_MS): number {
  return Math.floor(nowMs / turnMs)
}

export type Page<T> = { shown: T[]; page: number; pages: number }

/**
 * The part of `all` to show at this turn. Every one is shown in turn and none is left out; the first `staying` are on every page,
 * so that a newcomer at the head of the list is seen at once whatever page it is.
 */
export function pageAt<T>(all: readonly T[], capacity: number, turn: number, staying = 0): Page<T> {
  if (all.length <= capacity) return { shown: [...all], page: 0, pages: 1 }

  const stay = capacity > staying ? staying : 0
  const pages = Math.ceil((all.length - stay) / (capacity - stay))
  const perPage = Math.ceil((all.length - stay) / pages)
  const page = turn % pages
  const from = stay + page * perPage
  return { shown: [...all.slice(0, stay), ...all.slice(from, from + perPage)], page, pages }
}
