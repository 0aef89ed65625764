'use client'
import { useState } from 'react'
import type { Order, Status } from '#orders/order.ts'
import { ENDED } from '#rush/rush.ts'
import { Follow } from './follow.tsx'
import { useScene } from './kitchen-on-call.tsx'
import { Result } from './result.tsx'
import { Stage } from './stage.tsx'

/** At sixty times, the wall's ten minutes are ten seconds. */
export function KeptResult() {
  const [order, setOrder] = useState<Order | null>(null)
  const scene = useScene('kept-results')
  return (
    <Stage
      scene={scene}
      request={{ cooks: 1, speed: 60, minutes: 30 }}
      label="Order a coffee, and forget it"
      act={async evening => {
        setOrder(null)
        const { order } = await evening.order([{ id: 'coffee', quantity: 1 }])
        setOrder(order)
      }}
      result={({ state }) => order && <WhatTheTicketKnows {...order} isOver={ENDED.includes(state)} />}
    >
      {() =>
        order &&
        scene.isWatched && (
          <Follow<Order> key={order.id} url={`/api/tale-office/orders/${order.id}`} onSee={setOrder} />
        )
      }
    </Stage>
  )
}

const SAYS: Record<Status, string> = {
  preparing: 'is being prepared.',
  ready: 'is ready, and on the wall. Nobody comes for it …',
  collected: 'was collected.',
  missed: 'has left the wall. Its ticket still knows it, and the coffee may still be had.',
  attention: 'needs a person.',
}

const SAYS_AT_THE_END: Record<Status, string> = {
  preparing: 'was being prepared when last seen.',
  ready: 'was ready, and on the wall, when last seen.',
  collected: 'was collected.',
  missed: 'left the wall, and its ticket still knew it.',
  attention: 'needed a person.',
}

function WhatTheTicketKnows({ number, status, isOver }: Order & { isOver: boolean }) {
  const says = isOver ? SAYS_AT_THE_END : SAYS
  return <Result mood={MOODS[status]}>{`Number ${number} ${says[status]}`}</Result>
}

const MOODS: Partial<Record<Status, 'ready' | 'attention'>> = { ready: 'ready', missed: 'attention' }
