'use client'
import { useState } from 'react'
import { duration } from '#app/tale/duration.ts'
import type { Rush } from '#rush/rush.ts'
import { useScene } from './kitchen-on-call.tsx'
import { SlipLine } from './slip-line.tsx'
import { Stage } from './stage.tsx'

/** Three burgers of twelve seconds, so that there is time to kill the cook. */
const BURGERS = [{ id: 'burger', quantity: 3 }]

export function WalksOut() {
  const [orderId, setOrderId] = useState<string | null>(null)
  return (
    <Stage
      scene={useScene('stalled-job')}
      request={{ cooks: 2, speed: 2, minutes: 3 }}
      label="Order three burgers"
      act={async evening => {
        setOrderId(null)
        const { order } = await evening.order(BURGERS)
        setOrderId(order?.id ?? null)
      }}
      deeds={({ sides, walkOuts }) => {
        const cook = sides.office.cooks.findIndex(({ alive, number }) => alive && number !== null)
        const isOff = cook === -1 || walkOuts.length > 0
        return [{ label: 'Kill this cook: kill -9', isOff, act: evening => evening.kill(cook) }]
      }}
    >
      {rush => (
        <>
          <WhatBecame rush={rush} />
          {orderId && <SlipLine key={orderId} orderId={orderId} />}
        </>
      )}
    </Stage>
  )
}

function WhatBecame({ rush }: { rush: Rush }) {
  const [lost] = rush.walkOuts
  if (!lost) return null
  const pid = rush.sides.office.cooks[lost.cook]?.pid
  const heir = lost.takenUpBy
  return (
    <p
      data-taken-up={heir !== null}
      className="rounded-2xl bg-attention-tint p-4 text-lg font-semibold text-attention data-[taken-up=true]:bg-ready-tint data-[taken-up=true]:text-ready"
    >
      Process {pid} is dead{lost.number === null ? '' : ` in the middle of number ${lost.number}`}.{' '}
      {heir === null || lost.takenUpAtMs === null
        ? 'Its lock still holds the order; when that has run out, another cook may have it.'
        : `After ${duration((lost.takenUpAtMs - lost.atMs) / rush.settings.speed)} cook ${heir + 1} took the same number up.`}
    </p>
  )
}
