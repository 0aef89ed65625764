import { useState } from 'react'
import type { Restaurant } from '#orders/restaurant.ts'
import { Ask } from './ask.tsx'
import { SentOrder } from './sent-order.tsx'
import type { Happening, Sending } from './visit.ts'

/** No answer so far: whether the order was placed is not known, so nothing of it may change. */
export function StillSending({
  restaurant,
  visit,
  change,
}: {
  restaurant: Restaurant
  visit: Sending
  change: (happening: Happening) => void
}) {
  const [leaving, setLeaving] = useState(false)
  const isTrying = visit.pauseMs === null

  return (
    <div className="mx-auto flex min-h-dvh max-w-3xl flex-col justify-center gap-7 p-6 kiosk:p-12">
      <div role="status">
        <h1 className="text-4xl font-bold tracking-tight kiosk:text-5xl">Still sending your order…</h1>
        <p className="pt-4 text-xl leading-snug text-ink-soft">
          The kitchen has not answered yet. We keep trying by ourselves. However often we try, it stays one
          order with one number.
        </p>
      </div>
      <SentOrder restaurant={restaurant} basket={visit.basket} />
      <div className="grid gap-3">
        <button
          type="button"
          aria-disabled={isTrying || undefined}
          onClick={() => change({ type: 'try-again' })}
          className="min-h-18 rounded-2xl bg-ink px-6 text-2xl font-bold text-paper aria-disabled:bg-paper-deep aria-disabled:text-ink-soft"
        >
          {isTrying ? 'Trying…' : 'Try again'}
        </button>
        <button
          type="button"
          onClick={() => setLeaving(true)}
          className="min-h-16 rounded-2xl px-6 text-lg text-ink-soft underline decoration-1 underline-offset-4"
        >
          Leave without a number
        </button>
      </div>

      {leaving && (
        <Ask title="Leave without a number?" onClose={() => setLeaving(false)}>
          <p className="pt-4 text-xl leading-snug text-ink-soft">
            The kitchen may have your order already. If you order again, it may be cooked twice. Please ask at
            the counter first.
          </p>
          <div className="grid gap-3 pt-7">
            <button
              type="button"
              onClick={() => setLeaving(false)}
              className="min-h-18 rounded-2xl bg-ink px-6 text-2xl font-bold text-paper"
            >
              Keep trying
            </button>
            <button
              type="button"
              onClick={() => change({ type: 'give-up' })}
              className="min-h-16 rounded-2xl px-6 text-lg font-semibold text-attention underline decoration-1 underline-offset-4"
            >
              Leave
            </button>
          </div>
        </Ask>
      )}
    </div>
  )
}
