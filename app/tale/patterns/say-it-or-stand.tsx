'use client'
import { useState } from 'react'
import { inTime } from '#app/tale/in-time.ts'
import { ENDED, type Rush } from '#rush/rush.ts'
import type { Evening } from './evening.ts'
import { useScene } from './kitchen-on-call.tsx'
import { Result } from './result.tsx'
import { Stage } from './stage.tsx'

type Answered = { office: number | null; apartment: number | null }

/** The same order to both, at the same moment. */
export function SayItOrStand() {
  const [answered, setAnswered] = useState<Answered>({ office: null, apartment: null })
  const both = async (evening: Evening) => {
    setAnswered({ office: null, apartment: null })
    const startedAt = performance.now()
    const order = async (side: keyof Answered) => {
      await evening.order([{ id: 'burger', quantity: 1 }], { restaurant: `tale-${side}` })
      setAnswered(now => ({ ...now, [side]: performance.now() - startedAt }))
    }
    await Promise.all([order('office'), order('apartment')])
  }
  return (
    <Stage
      scene={useScene('fire-and-forget')}
      request={{ cooks: 1, apartmentHands: 1, speed: 4, minutes: 3 }}
      label="Order a burger in both"
      act={both}
      result={({ state }) => <WhoIsFree {...answered} isOver={ENDED.includes(state)} />}
    >
      {rush => <Answers rush={rush} {...answered} />}
    </Stage>
  )
}

function WhoIsFree({ office, apartment, isOver }: Answered & { isOver: boolean }) {
  if (office === null) return null
  const free = `Near the office you were free after ${inTime(office)}`
  return apartment === null ? (
    <Result>{`${free}. Near the apartment you ${isOver ? 'stood until it closed' : 'still stand'}.`}</Result>
  ) : (
    <Result mood="ready">{`${free}, near the apartment after ${inTime(apartment)}, with the food.`}</Result>
  )
}

function Answers({ rush, office, apartment }: Answered & { rush: Rush }) {
  const [ready] = rush.sides.office.wall.ready
  const noAnswer = ENDED.includes(rush.state)
    ? 'You stood until it closed, and got no answer.'
    : 'You stand, and the connection is open.'
  return (
    <dl className="grid gap-3 sm:grid-cols-2">
      <div className="rounded-2xl bg-paper-deep p-4">
        <dt className="font-semibold">Near my apartment</dt>
        <dd data-answered={apartment !== null} className="mt-1">
          {apartment === null ? noAnswer : `200, with the food, after ${inTime(apartment)}.`}
        </dd>
      </div>
      <div className="rounded-2xl bg-paper-deep p-4">
        <dt className="font-semibold">Near my office</dt>
        <dd data-answered={office !== null} className="mt-1">
          {office === null ? 'One moment …' : `202, with a number, after ${inTime(office)}. You sit down. `}
          {ready !== undefined && `Number ${ready} is on the wall.`}
        </dd>
      </div>
    </dl>
  )
}
