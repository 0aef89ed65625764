import { useState } from 'react'
import type { Restaurant } from '#orders/restaurant.ts'
import { Ask } from './ask.tsx'
import { BigButton, QuietButton } from './button.tsx'
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
        <BigButton aria-disabled={isTrying || undefined} onClick={() => change({ type: 'try-again' })}>
          {isTrying ? 'Trying…' : 'Try again'}
        </BigButton>
        <QuietButton onClick={() => setLeaving(true)} className="text-lg text-ink-soft">
          Leave without a number
        </QuietButton>
      </div>

      {leaving && (
        <Ask title="Leave without a number?" onClose={() => setLeaving(false)}>
          <p className="pt-4 text-xl leading-snug text-ink-soft">
            The kitchen may have your order already. If you order again, it may be cooked twice. Please ask at
            the counter first.
          </p>
          <div className="grid gap-3 pt-7">
            <BigButton onClick={() => setLeaving(false)}>Keep trying</BigButton>
            <QuietButton
              onClick={() => change({ type: 'give-up' })}
              className="text-lg font-semibold text-attention"
            >
              Leave
            </QuietButton>
          </div>
        </Ask>
      )}
    </div>
  )
}
