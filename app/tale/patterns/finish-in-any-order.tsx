'use client'
import type { Rush } from '#rush/rush.ts'
import { useScene } from './kitchen-on-call.tsx'
import { Result } from './result.tsx'
import { Stage } from './stage.tsx'

/** Five, three and half a second for two cooks: the third order overtakes the first. */
const ORDERS = ['nuggets-20', 'burger', 'coffee']

export function FinishInAnyOrder() {
  return (
    <Stage
      scene={useScene('correlation-id')}
      request={{ cooks: 2, speed: 4, minutes: 6 }}
      label="Order nuggets, a burger, a coffee"
      act={async evening => {
        for (const id of ORDERS) await evening.order([{ id, quantity: 1 }])
      }}
      result={rush => <InAndOut rush={rush} />}
    />
  )
}

function InAndOut({ rush }: { rush: Rush }) {
  const out = rush.sides.office.wall.ready.toReversed()
  if (out.length < ORDERS.length) return null
  const into = out.toSorted((one, other) => one - other)
  return (
    <Result mood="ready">
      {`Went in as ${into.join(', ')}; came out as ${out.join(', ')}. Everybody has the right food.`}
    </Result>
  )
}
