'use client'
import { useState } from 'react'
import { count } from '#app/tale/in-words.ts'
import { ENDED } from '#rush/rush.ts'
import type { Slip } from '#rush/slip.ts'
import type { Evening } from './evening.ts'
import { Follow } from './follow.tsx'
import { type Scene, useScene } from './kitchen-on-call.tsx'
import { Result } from './result.tsx'
import { SlipLine } from './slip-line.tsx'
import { Stage } from './stage.tsx'

export function SlipperyTray() {
  return <Tray scene={useScene('retry')} id="slippery-tray" label="Order a slippery tray" />
}

export function HopelessTray() {
  return <Tray scene={useScene('dead-letter')} id="hopeless-tray" label="Order a hopeless tray" />
}

/** An order that falls, and what became of each try. */
function Tray({ scene, id, label }: { scene: Scene; id: string; label: string }) {
  const [orderId, setOrderId] = useState<string | null>(null)
  const [slip, setSlip] = useState<Slip | null>(null)
  const act = async (evening: Evening) => {
    setOrderId(null)
    setSlip(null)
    const { order } = await evening.order([{ id, quantity: 1 }])
    setOrderId(order?.id ?? null)
  }
  return (
    <Stage
      scene={scene}
      request={{ cooks: 1, speed: 1, minutes: 0.75 }}
      label={label}
      act={act}
      result={() => slip?.orderId === orderId && <WhatBecame slip={slip} />}
    >
      {rush =>
        orderId && (
          <>
            {scene.isWatched && (
              <Follow<Slip> key={orderId} url={`/api/tale/slips/${orderId}`} onSee={setSlip} />
            )}
            {slip?.orderId === orderId && <SlipLine slip={slip} isOver={ENDED.includes(rush.state)} />}
          </>
        )
      }
    </Stage>
  )
}

function WhatBecame({ slip: { number, lies, tries, reason } }: { slip: Slip }) {
  if (lies === 'completed') {
    const falls = count(tries.made - 1, 'time')
    return <Result mood="ready">{`Number ${number} fell ${falls}, and is ready all the same.`}</Result>
  }
  if (lies !== 'failed') return null
  return (
    <Result mood="attention">
      {`Number ${number} is for a person now. Reason: ${reason ?? 'nobody knows'}.`}
    </Result>
  )
}
