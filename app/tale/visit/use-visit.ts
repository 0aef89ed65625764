import { useEffect, useEffectEvent, useState } from 'react'
import type { Rush } from '#rush/rush.ts'
import { type Asked, askAfter, askForRush } from '../ask-rush.ts'
import type { Side } from '../three-clocks.ts'
import type { Story } from './stories.ts'
import { Visit, type You } from './visit.ts'

const OUTSIDE: Record<Side, You> = { apartment: { at: 'door' }, office: { at: 'door' } }

/** `first` is null in somebody else’s rush. */
export type Tour = { visit: Visit; id: string; first: Rush | null }

/** Somebody else’s rush is on: the reader may walk into it, or wait until it is over. */
export type Theirs = { id: string; isAwaited: boolean }

/** One visit after another to the restaurants of a story, each in a rush of its own, or in somebody else’s if the reader wants to. */
export function useVisit({ sides, request }: Story) {
  const [tour, setTour] = useState<Tour | null>(null)
  const [you, setYou] = useState(OUTSIDE)
  const [isAsking, setIsAsking] = useState(false)
  const [theirs, setTheirs] = useState<Theirs | null>(null)
  const [trouble, setTrouble] = useState('')

  const comeTo = (id: string, first: Rush | null) => {
    setTheirs(null)
    setYou(OUTSIDE)
    setTour({ visit: new Visit(sides, setYou), id, first })
  }
  const take = (asked: Asked, isAwaited: boolean) => {
    if (asked.type === 'started') return comeTo(asked.rush.id, asked.rush)
    setTheirs(asked.on === null ? null : { id: asked.on, isAwaited })
    setTrouble(asked.on === null ? asked.words : '')
  }
  const order = async () => {
    setIsAsking(true)
    setTrouble('')
    const asked = await askForRush(request)
    setIsAsking(false)
    take(asked, false)
  }

  const begin = useEffectEvent((asked: Asked) => take(asked, true))
  useEffect(() => {
    if (!theirs?.isAwaited) return
    const leaving = new AbortController()
    askAfter(theirs.id, request, leaving.signal).then(begin, () => undefined) // left, or walked into theirs
    return () => leaving.abort()
  }, [theirs, request])

  const isOver = tour !== null && sides.every(side => you[side].at === 'fed' || you[side].at === 'gone')
  const walkIn = () => theirs && comeTo(theirs.id, null)
  const wait = () => theirs && setTheirs({ ...theirs, isAwaited: true })
  return { tour, you, order, isAsking, theirs, walkIn, wait, trouble, isOver }
}
