'use client'
import { useState } from 'react'
import type { Evening } from './evening.ts'
import { type Scene, useScene } from './kitchen-on-call.tsx'
import { SlipLine } from './slip-line.tsx'
import { Stage } from './stage.tsx'

/** Three at once, so that one of them slips nearly always. */
export function SlipperyTrays() {
  return <Trays scene={useScene('retry')} id="slippery-tray" many={3} label="Order three slippery trays" />
}

export function HopelessTray() {
  return <Trays scene={useScene('dead-letter')} id="hopeless-tray" many={1} label="Order a hopeless tray" />
}

/** Orders that fall, each with a cook of its own, and what became of each try. */
function Trays({ scene, id, many, label }: { scene: Scene; id: string; many: number; label: string }) {
  const [orderIds, setOrderIds] = useState<string[]>([])
  const orderAll = async (evening: Evening) => {
    setOrderIds([])
    for (let tray = 1; tray <= many; tray++) {
      const { order } = await evening.order([{ id, quantity: 1 }])
      if (order) setOrderIds(now => [...now, order.id])
    }
  }
  return (
    <Stage scene={scene} request={{ cooks: many, speed: 1, minutes: 0.75 }} label={label} act={orderAll}>
      {() => orderIds.map(orderId => <SlipLine key={orderId} orderId={orderId} />)}
    </Stage>
  )
}
