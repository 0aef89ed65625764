'use client'
import { useEffect, useRef } from 'react'
import type { Rush } from '#rush/rush.ts'
import { useVisit } from '../what-happened/use-visit.ts'
import { WhatHappened } from '../what-happened/what-happened.tsx'
import { nameOfOrder, orderInShort, seatNumber } from './order-in-words.ts'

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
  const { watch, visit, isGone } = useVisit(rush.id, customer)
  // Whoever has collected sits with no number any more; the slip still knows it.
  const number = seatNumber(rush, customer) ?? visit?.office.slip?.number
  useEffect(() => title.current?.focus(), [])
  return (
    <section
      ref={watch}
      aria-labelledby="picked"
      className="mt-4 rounded-2xl bg-paper p-4 ring-1 ring-line sm:p-5"
    >
      <header className="flex items-start justify-between gap-4">
        <h4 id="picked" ref={title} tabIndex={-1} className="text-lg font-bold">
          {nameOfOrder(customer, number)}: what truly happened
        </h4>
        <button
          type="button"
          onClick={onClose}
          className="min-h-11 rounded-xl px-4 font-semibold ring-2 ring-ink/25 ring-inset"
        >
          Close
        </button>
      </header>
      <p>{orderInShort(rush, customer)}</p>
      <WhatHappened visit={visit} isGone={isGone} speed={rush.settings.speed} />
    </section>
  )
}
