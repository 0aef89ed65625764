'use client'
import { useState } from 'react'
import type { Evening } from './evening.ts'
import { type Scene, useScene } from './kitchen-on-call.tsx'
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
  const act = async (evening: Evening) => {
    setOrderId(null)
    const { order } = await evening.order([{ id, quantity: 1 }])
    setOrderId(order?.id ?? null)
  }
  return (
    <Stage scene={scene} request={{ cooks: 1, speed: 1, minutes: 0.75 }} label={label} act={act}>
      {() => orderId && <SlipLine key={orderId} orderId={orderId} />}
    </Stage>
  )
}
