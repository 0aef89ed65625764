'use client'
import { useState } from 'react'
import { usePoll } from '#app/use-poll.ts'
import type { Order, Status } from '#orders/order.ts'
import { useScene } from './kitchen-on-call.tsx'
import { Result } from './result.tsx'
import { Stage } from './stage.tsx'

/** At sixty times, the wall's ten minutes are ten seconds. */
export function KeptResult() {
  const [orderId, setOrderId] = useState<string | null>(null)
  return (
    <Stage
      scene={useScene('kept-results')}
      request={{ cooks: 1, speed: 60, minutes: 30 }}
      label="Order a coffee, and forget it"
      act={async evening => {
        setOrderId(null)
        const { order } = await evening.order([{ id: 'coffee', quantity: 1 }])
        setOrderId(order?.id ?? null)
      }}
      result={() => orderId && <TicketLine key={orderId} orderId={orderId} />}
    />
  )
}

const SAYS: Record<Status, string> = {
  preparing: 'is being prepared.',
  ready: 'is ready, and on the wall. Nobody comes for it …',
  collected: 'was collected.',
  missed: 'has left the wall. Its ticket still knows it, and the coffee may still be had.',
  attention: 'needs a person.',
}

function TicketLine({ orderId }: { orderId: string }) {
  const { reading } = usePoll<Order>(`/api/tale-office/orders/${orderId}`)
  if (!reading) return null
  const { number, status } = reading.data
  return <Result mood={MOODS[status]}>{`Number ${number} ${SAYS[status]}`}</Result>
}

const MOODS: Partial<Record<Status, 'ready' | 'attention'>> = { ready: 'ready', missed: 'attention' }
