'use client'
import { useEffect, useRef } from 'react'
import type { Rush } from '#rush/rush.ts'
import { duration } from '../duration.ts'
import { WhatHappened } from '../what-happened/what-happened.tsx'

/** One customer's order, opened beneath the picture. The reader is taken to it. */
export function PickedOrder({
  rush,
  customer,
  onClose,
}: {
  rush: Rush
  customer: number
  onClose: () => void
}) {
  const title = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another customer is another order to be taken to
  useEffect(() => title.current?.focus(), [customer])
  return (
    <section aria-labelledby="picked" className="mt-4 rounded-2xl bg-paper p-4 ring-1 ring-line sm:p-5">
      <header className="flex items-start justify-between gap-4">
        <h4 id="picked" ref={title} tabIndex={-1} className="text-lg font-bold">
          Customer {customer}: what truly happened
        </h4>
        <button
          type="button"
          onClick={onClose}
          className="min-h-11 rounded-xl px-4 font-semibold ring-2 ring-ink/25 ring-inset"
        >
          Close
        </button>
      </header>
      <p>{inShort(rush, customer)}</p>
      <WhatHappened key={customer} rushId={rush.id} customer={customer} speed={rush.settings.speed} />
    </section>
  )
}

function inShort({ clocks, sides }: Rush, customer: number): string {
  const clock = clocks.office.find(clock => clock.customer === customer)
  if (clock)
    return `Near the office: free to sit down after ${duration(clock.counterMs)}, food after ${duration(clock.foodMs)}.`
  const seat = sides.office.seated.find(seat => seat.customer === customer)
  return seat ? `Near the office: sits with number ${seat.number}.` : 'Has no number near the office yet.'
}
