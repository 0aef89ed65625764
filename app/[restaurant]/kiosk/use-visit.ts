import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Restaurant } from '#orders/restaurant.ts'
import { keepVisit } from './keep-visit.ts'
import { sendOrder } from './send-order.ts'
import { type Happening, START, type Visit } from './visit.ts'

/**
 * The visit at this kiosk. While it is `sending`, the order is on its way, also after a reload; leaving that step, or
 * the page, cuts the request off.
 */
export function useVisit(restaurant: Restaurant): [Visit, (happening: Happening) => void] {
  const [{ read, change, subscribe }] = useState(() => keepVisit(restaurant))
  const visit = useSyncExternalStore(subscribe, read, () => START)

  useEffect(() => {
    if (visit.step !== 'sending') return
    if (visit.pauseMs !== null) return later(visit.pauseMs, () => change({ type: 'try-again' }))

    const leaving = new AbortController()
    sendOrder(restaurant, visit, leaving.signal).then(outcome => {
      if (!leaving.signal.aborted) change(outcome)
    })
    return () => leaving.abort()
  }, [restaurant, visit, change])

  const forgetAt = visit.step === 'choosing' ? visit.last?.until : undefined
  useEffect(() => {
    if (forgetAt === undefined) return
    return later(forgetAt - Date.now(), () => change({ type: 'forget-last' }))
  }, [forgetAt, change])

  return [visit, change]
}

function later(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}
