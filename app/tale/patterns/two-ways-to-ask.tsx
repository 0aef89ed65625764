'use client'
import { useState } from 'react'
import { askAndWait, askEverySecond, type Count } from './ask-the-board.ts'
import { useScene } from './kitchen-on-call.tsx'
import { Stage } from './stage.tsx'

const NOTHING: Count = { asked: 0, news: 0, late: null }

/** Two walls in one, for as long as the orders are cooked. */
export function TwoWaysToAsk() {
  const [counts, setCounts] = useState({ every: NOTHING, wait: NOTHING })
  return (
    <Stage
      scene={useScene('waiting-polls')}
      request={{ cooks: 1, speed: 2, minutes: 1 }}
      label="Order a burger, and watch both walls"
      act={async evening => {
        setCounts({ every: NOTHING, wait: NOTHING })
        const watching = [
          askEverySecond(evening.closing, every => setCounts(now => ({ ...now, every }))),
          askAndWait(evening.closing, wait => setCounts(now => ({ ...now, wait }))),
        ]
        await evening.order([{ id: 'burger', quantity: 1 }])
        await Promise.all(watching)
      }}
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

function CountView({ name, asked, news, late }: Count & { name: string }) {
  return (
    <div data-way={name} className="rounded-2xl bg-paper-deep p-4">
      <dt className="font-semibold">{name}</dt>
      <dd className="mt-1 text-3xl font-bold tabular-nums">
        <span data-asked={asked}>{asked}</span>{' '}
        <span className="text-lg font-medium">{asked === 1 ? 'request' : 'requests'}</span>
      </dd>
      <dd className="text-ink-soft">
        {news === 1 ? 'one of them brought news' : `${news} of them brought news`}
        {late !== null &&
          `, the last ${late < 95 ? `${Math.round(late / 10) * 10} ms` : `${(late / 1000).toFixed(1)} s`} old`}
      </dd>
    </div>
  )
}
