'use client'
import { useState } from 'react'
import { inTime } from '#app/tale/in-time.ts'
import { capital, count } from '#app/tale/in-words.ts'
import { askAndWait, askEverySecond, type Count, clockOf, NOTHING } from './ask-the-board.ts'
import type { Evening } from './evening.ts'
import { useScene } from './kitchen-on-call.tsx'
import { Result } from './result.tsx'
import { Stage } from './stage.tsx'

const FRIES = [{ id: 'fries', quantity: 1 }]
const ORDERS = 3
/** So the three are ready after 2.4, 4.8 and 7.2 seconds, and whoever asks each second does not hit them by luck. */
const SPEED = 2.5

/** Two walls in one, until both know that the last order is ready. */
export function TwoWaysToAsk() {
  const [counts, setCounts] = useState({ every: NOTHING, wait: NOTHING })
  const [isOver, setIsOver] = useState(false)
  const act = async (evening: Evening) => {
    setCounts({ every: NOTHING, wait: NOTHING })
    setIsOver(false)
    for (let order = 1; order < ORDERS; order++) await evening.order(FRIES)
    const askedMs = performance.now()
    const { order } = await evening.order(FRIES)
    if (!order) return
    const watch = { numbers: ORDERS, hereMs: clockOf(order, askedMs, performance.now()) }
    const { closing } = evening
    await Promise.all([
      askEverySecond({ watch, closing, tell: every => setCounts(now => ({ ...now, every })) }),
      askAndWait({ watch, closing, tell: wait => setCounts(now => ({ ...now, wait })) }),
    ])
    setIsOver(true)
  }
  return (
    <Stage
      scene={useScene('waiting-polls')}
      request={{ cooks: 1, speed: SPEED, minutes: 2 }}
      label="Order fries three times, and watch both walls"
      act={act}
      result={() => isOver && <Result mood="ready">{inWords(counts)}</Result>}
    >
      {() => (
        <dl className="grid gap-3 sm:grid-cols-2">
          <CountView name="Asks every second" {...counts.every} />
          <CountView name="Asks, and waits for news" {...counts.wait} />
        </dl>
      )}
    </Stage>
  )
}

function inWords({ every, wait }: Record<'every' | 'wait', Count>): string {
  const late = (of: Count) => {
    const ms = meanLateMs(of)
    return ms === null ? 'no news' : `news after ${inTime(ms)}`
  }
  return `${capital(count(every.asked, 'request'))} and ${late(every)} for who asks every second; ${count(wait.asked, 'request')} and ${late(wait)} for who waits.`
}

function meanLateMs({ late }: Count): number | null {
  return late.length === 0 ? null : late.reduce((sum, ms) => sum + ms, 0) / late.length
}

const FIGURE = 'mt-1 text-3xl font-bold tabular-nums'

function CountView({ name, asked, late }: Count & { name: string }) {
  const meanMs = meanLateMs({ asked, late })
  return (
    <div
      data-way={name}
      data-asked={asked}
      data-news={late.length}
      data-late-ms={meanMs}
      className="rounded-2xl bg-paper-deep p-4"
    >
      <dt className="font-semibold">{name}</dt>
      <dd className={FIGURE}>
        {asked} <span className="text-lg font-medium">{asked === 1 ? 'request' : 'requests'}</span>
      </dd>
      {meanMs === null ? (
        <dd className="text-ink-soft">No number is ready yet.</dd>
      ) : (
        <>
          <dd className={FIGURE}>
            {inTime(meanMs)} <span className="text-lg font-medium">until the news was here</span>
          </dd>
          <dd className="text-ink-soft">
            {late.length === 1 ? 'Of one number.' : `On average of ${count(late.length, 'number')}.`}
          </dd>
        </>
      )}
    </div>
  )
}
