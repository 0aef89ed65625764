'use client'
import { nameOfOrder } from '#app/tale/switcheroo/order-in-words.ts'
import { useVisit } from '#app/tale/what-happened/use-visit.ts'
import { WhatHappened } from '#app/tale/what-happened/what-happened.tsx'

/** What truly happened for one customer: with the number that they were given near the office, as soon as it is known. */
export function OneCustomer({
  rushId,
  customer,
  speed,
}: {
  rushId: string
  customer: number
  speed: number
}) {
  const { watch, visit, isGone } = useVisit(rushId, customer)
  return (
    <div ref={watch}>
      <h4 className="mt-6 text-lg font-bold">{nameOfOrder(customer, visit?.office.slip?.number)}</h4>
      <WhatHappened visit={visit} isGone={isGone} speed={speed} />
    </div>
  )
}
