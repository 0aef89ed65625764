import { useState } from 'react'
import type { Rush } from '#rush/rush.ts'
import { askForRush } from '../ask-rush.ts'
import type { Side } from '../three-clocks.ts'
import type { Story } from './stories.ts'
import { Visit, type You } from './visit.ts'

const OUTSIDE: Record<Side, You> = { apartment: { at: 'door' }, office: { at: 'door' } }

export type Tour = { visit: Visit; id: string; first: Rush | null }

/** One visit after another to the restaurants of a story, each in a rush of its own, or in the one that is on. */
export function useVisit({ sides, request }: Story) {
  const [tour, setTour] = useState<Tour | null>(null)
  const [you, setYou] = useState(OUTSIDE)
  const [isAsking, setIsAsking] = useState(false)
  const [trouble, setTrouble] = useState('')

  const order = async () => {
    setIsAsking(true)
    setTrouble('')
    const asked = await askForRush(request)
    setIsAsking(false)
    const [id, first] = asked.type === 'started' ? [asked.rush.id, asked.rush] : [asked.on, null]
    if (id === null) return setTrouble(asked.type === 'refused' ? asked.words : '')
    setYou(OUTSIDE)
    setTour({ visit: new Visit(sides, setYou), id, first })
  }

  const isOver = tour !== null && sides.every(side => you[side].at === 'fed' || you[side].at === 'gone')
  return { tour, you, order, isAsking, trouble, isOver }
}
