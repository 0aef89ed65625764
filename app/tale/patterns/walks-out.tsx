'use client'
import { useState } from 'react'
import { duration } from '#app/tale/duration.ts'
import { ENDED, type Rush } from '#rush/rush.ts'
import type { Slip } from '#rush/slip.ts'
import { Follow } from './follow.tsx'
import { useScene } from './kitchen-on-call.tsx'
import { Result } from './result.tsx'
import { SlipLine } from './slip-line.tsx'
import { Stage } from './stage.tsx'

/** Three burgers of twelve seconds, so that there is time to kill the cook. */
const BURGERS = [{ id: 'burger', quantity: 3 }]

export function WalksOut() {
  const [orderId, setOrderId] = useState<string | null>(null)
  const [slip, setSlip] = useState<Slip | null>(null)
  const scene = useScene('stalled-job')
  return (
    <Stage
      scene={scene}
      request={{ cooks: 2, speed: 2, minutes: 3 }}
      label="Order three burgers"
      act={async evening => {
        setOrderId(null)
        setSlip(null)
        const { order } = await evening.order(BURGERS)
        setOrderId(order?.id ?? null)
      }}
      deeds={({ sides, walkOuts }) => {
        const cook = sides.office.cooks.findIndex(({ alive, number }) => alive && number !== null)
        const isOff = cook === -1 || walkOuts.length > 0
        return [{ label: 'Kill this cook: kill -9', isOff, act: evening => evening.kill(cook) }]
      }}
      result={rush => <WhatBecame rush={rush} />}
    >
      {rush =>
        orderId && (
          <>
            {scene.isWatched && (
              <Follow<Slip> key={orderId} url={`/api/tale/slips/${orderId}`} onSee={setSlip} />
            )}
            {slip?.orderId === orderId && (
              <SlipLine slip={slip} isOver={ENDED.includes(rush.state)} goneAtMs={goneAtMs(rush)} />
            )}
          </>
        )
      }
    </Stage>
  )
}

/** When the cook was gone, by the clock of the server that killed it. */
function goneAtMs({ startedAt, walkOuts: [lost], settings }: Rush): number | null {
  return lost && startedAt !== null ? Date.parse(startedAt) + lost.atMs / settings.speed : null
}

function WhatBecame({ rush }: { rush: Rush }) {
  const [lost] = rush.walkOuts
  if (!lost) return null
  const pid = rush.sides.office.cooks[lost.cook]?.pid
  const dead = `Process ${pid} is dead${lost.number === null ? '' : ` in the middle of number ${lost.number}`}.`
  if (lost.takenUpBy === null || lost.takenUpAtMs === null)
    return (
      <Result mood="attention">
        {ENDED.includes(rush.state)
          ? `${dead} The kitchen closed before another cook could have the order.`
          : `${dead} Its lock still holds the order; when that has run out, another cook may have it.`}
      </Result>
    )
  const after = duration((lost.takenUpAtMs - lost.atMs) / rush.settings.speed)
  return (
    <Result mood="ready">{`${dead} After ${after} cook ${lost.takenUpBy + 1} took the same number up.`}</Result>
  )
}
