import type { Restaurant } from '#orders/restaurant.ts'
import { onlyFrom } from './basket.ts'
import { type Happening, next, resume, START, Visit } from './visit.ts'

/**
 * The visit, kept where a reload finds it: `sessionStorage`, not `localStorage`, because one tab is one kiosk. Two tabs
 * would otherwise share a basket, and one customer's "Got it" would take away the other's number. Each change is
 * stored before anybody sees it, so no request is ever under way with a key that a reload would lose.
 */
export function keepVisit({ slug, menu }: Restaurant) {
  const place = `nugget.kiosk.${slug}`
  const listeners = new Set<() => void>()
  let visit: Visit | undefined

  function read(): Visit {
    visit ??= onMenu(resume(recall(place)), menu)
    return visit
  }

  function change(happening: Happening): void {
    const before = read()
    visit = next(before, happening)
    if (visit === before) return

    remember(place, visit)
    for (const listener of listeners) listener()
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return { read, change, subscribe }
}

/** A basket from before a change of the menu; one that is being sent stays as it was sent. */
function onMenu(visit: Visit, menu: Restaurant['menu']): Visit {
  if (visit.step !== 'choosing') return visit
  return { ...visit, basket: onlyFrom(menu, visit.basket) }
}

function recall(place: string): Visit {
  try {
    return Visit.parse(JSON.parse(sessionStorage.getItem(place) ?? ''))
  } catch {
    return START
  }
}

/** A browser that lets nothing be stored still takes orders; only a reload forgets. */
function remember(place: string, visit: Visit): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(visit))
  } catch {}
}
