'use client'
import { useState } from 'react'
import { spoken } from '#app/tale/duration.ts'
import type { Evening } from './evening.ts'
import { useScene } from './kitchen-on-call.tsx'
import { Result } from './result.tsx'
import { Stage } from './stage.tsx'

/** So the two minutes are over in seconds, and coming back can be tried. */
const SPEED = 8
const SPEED_IN_WORDS = 'eight times as fast as life'

/** One cook may have two minutes of work in line. The first order is in hand at once, the second fills the line, the third is refused. */
const BUSES = [
  [{ id: 'nuggets-20', quantity: 5 }],
  [
    { id: 'nuggets-20', quantity: 6 },
    { id: 'sundae', quantity: 1 },
  ],
]
const COFFEE = [{ id: 'coffee', quantity: 1 }]

/** What became of the last coffee that was asked for. */
type Asked = Awaited<ReturnType<Evening['order']>>

export function ComeBackLater() {
  const [asked, setAsked] = useState<Asked | null>(null)
  const askForCoffee = async (evening: Evening) => setAsked(await evening.order(COFFEE))
  return (
    <Stage
      scene={useScene('backpressure')}
      request={{ cooks: 1, speed: SPEED, minutes: 2 * SPEED }}
      label="Order for two buses, and then a coffee"
      act={async evening => {
        setAsked(null)
        for (const items of BUSES) await evening.order(items)
        await askForCoffee(evening)
      }}
      deeds={() => [{ label: 'A coffee?', act: askForCoffee }]}
      result={() => asked && <Answer {...asked} />}
    />
  )
}

function Answer({ order, retryAfterSeconds }: Asked) {
  if (order)
    return <Result mood="ready">{`The coffee is number ${order.number}: there is room again.`}</Result>
  if (retryAfterSeconds === null) return null
  const inTheStory = inMinutes(retryAfterSeconds * SPEED)
  return (
    <Result mood="attention">
      {`“Please come back in ${inTheStory}.” Nothing was ordered, and nobody stands in the way. Told ${SPEED_IN_WORDS}, that is in ${spoken(retryAfterSeconds * 1000)}.`}
    </Result>
  )
}

function inMinutes(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60))
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}
