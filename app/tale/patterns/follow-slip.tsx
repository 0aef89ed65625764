'use client'
import { useEffect, useEffectEvent } from 'react'
import { usePoll } from '#app/use-poll.ts'
import type { Slip } from '#rush/slip.ts'

/** Follows the slip of one order, and says what it sees to whoever shows it. */
export function FollowSlip({ orderId, onSee }: { orderId: string; onSee: (slip: Slip) => void }) {
  const { reading } = usePoll<Slip>(`/api/tale/slips/${orderId}`)
  const say = useEffectEvent((slip: Slip) => onSee(slip))
  useEffect(() => {
    if (reading) say(reading.data)
  }, [reading])
  return null
}
