import type { Restaurant } from '#orders/restaurant.ts'
import { BigButton } from './button.tsx'
import { LineNow } from './line-now.tsx'
import { SentOrder } from './sent-order.tsx'
import type { Happening, Sending } from './visit.ts'

/** At a counter restaurant the request is the line: it is answered when the food is handed over. */
export function InLine({
  restaurant,
  visit,
  change,
}: {
  restaurant: Restaurant
  visit: Sending
  change: (happening: Happening) => void
}) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-3xl flex-col justify-center gap-7 p-6 kiosk:p-12">
      <LineNow slug={restaurant.slug} />
      <div role="status">
        <h1 className="text-4xl font-bold tracking-tight kiosk:text-5xl">You are standing in line.</h1>
        <p className="pt-4 text-xl leading-snug text-ink-soft">
          The clerk takes one order at a time. Please stay: your food is handed over when it is your turn.
        </p>
        {visit.pauseMs !== null && (
          <p className="mt-5 rounded-2xl bg-attention-tint p-4 text-lg text-attention">
            The clerk is away for a moment. You will be back in line by yourself.
          </p>
        )}
      </div>
      <SentOrder restaurant={restaurant} basket={visit.basket} />
      <BigButton look="outline" onClick={() => change({ type: 'leave-line' })}>
        Leave the line
      </BigButton>
    </div>
  )
}
