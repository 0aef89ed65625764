'use client'
import { useState } from 'react'
import type { Evening } from './evening.ts'
import { useScene } from './kitchen-on-call.tsx'
import { Stage } from './stage.tsx'

/** One cook may have two minutes of work in line. The first order is in hand at once, the second fills the line, the third is refused. */
const ORDERS = [
  [{ id: 'nuggets-20', quantity: 5 }],
  [
    { id: 'nuggets-20', quantity: 6 },
    { id: 'sundae', quantity: 1 },
  ],
  [{ id: 'coffee', quantity: 1 }],
]

export function ComeBackLater() {
  const [backInSeconds, setBackInSeconds] = useState<number | null>(null)
  return (
    <Stage
      scene={useScene('backpressure')}
      request={{ cooks: 1, speed: 1, minutes: 1 }}
      label="Order for two buses, and then a coffee"
      act={async evening => {
        setBackInSeconds(null)
        for (const items of ORDERS) setBackInSeconds(await laterOf(evening, items))
      }}
      deeds={() => [
        { label: 'A coffee?', act: async evening => setBackInSeconds(await laterOf(evening, [COFFEE])) },
      ]}
    >
      {() =>
        backInSeconds !== null && (
          <p className="rounded-2xl bg-attention-tint p-4 text-xl font-semibold text-attention">
            “Please come back in {inMinutes(backInSeconds)}.” Nothing was ordered, and nobody stands in the
            way.
          </p>
        )
      }
    </Stage>
  )
}

const COFFEE = { id: 'coffee', quantity: 1 }

async function laterOf(evening: Evening, items: (typeof COFFEE)[]): Promise<number | null> {
  return (await evening.order(items)).retryAfterSeconds
}

function inMinutes(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60))
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}
