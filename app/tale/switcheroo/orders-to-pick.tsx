'use client'
import type { Rush } from '#rush/rush.ts'
import { nameOfOrder } from './order-in-words.ts'

const MOST = 40

/** Everybody who has ordered near the office, the last first, by their number while the picture shows it: for those who do not point at it. */
export function OrdersToPick({
  rush,
  picked,
  onPick,
}: {
  rush: Rush
  picked: number | null
  onPick: (customer: number) => void
}) {
  const { seated } = rush.sides.office
  const served = rush.clocks.office.map(({ customer }) => ({ customer, number: null }))
  const orders = [...seated, ...served].sort((one, other) => other.customer - one.customer)
  return (
    <fieldset className="mt-4">
      <legend className="font-semibold">
        What truly happened? Point at an order in the picture, or choose one:
      </legend>
      <div className="mt-1 flex h-26 flex-wrap content-start gap-1.5 overflow-y-auto p-1">
        {orders.slice(0, MOST).map(({ customer, number }) => (
          <button
            key={customer}
            type="button"
            aria-pressed={customer === picked}
            aria-label={nameOfOrder(customer, number)}
            onClick={() => onPick(customer)}
            className="min-h-11 min-w-11 rounded-xl px-2 font-semibold tabular-nums ring-2 ring-ink/25 ring-inset aria-pressed:bg-ink aria-pressed:text-card"
          >
            {number === null ? `Customer ${customer}` : `Number ${number}`}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
