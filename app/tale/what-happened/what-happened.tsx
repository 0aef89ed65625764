'use client'
import type { ReactNode } from 'react'
import { usePoll } from '#app/use-poll.ts'
import type { Slip } from '#rush/slip.ts'
import type { Exchange, Visit } from '#rush/visit.ts'
import { Answer, Request } from './exchange-view.tsx'
import { collectionsOf, keysOf, ordersOf, STEPS, type Step, statesOf } from './steps.ts'

/** What truly happened for one customer of a rush: over HTTP, in Redis, and in the queue. While it happens, and after. `speed` is the rush’s. Goes below a heading 4. */
export function WhatHappened({
  rushId,
  customer,
  speed,
}: {
  rushId: string
  customer: number
  speed: number
}) {
  const { reading, trouble } = usePoll<Visit>(`/api/tale/rushes/${rushId}/customers/${customer}`)
  if (!reading) return <p className="text-lg text-ink-soft">{trouble === 'gone' ? GONE : 'One moment …'}</p>
  const visit = reading.data
  return (
    <div className="mt-4 grid gap-6 xl:grid-cols-[minmax(0,7fr)_minmax(0,3fr)]">
      <section aria-labelledby="happened-office">
        <h5 id="happened-office" className="text-lg font-bold">
          Near my office: five steps
        </h5>
        <OfficeSteps visit={visit} speed={speed} />
      </section>
      <section aria-labelledby="happened-apartment">
        <h5 id="happened-apartment" className="text-lg font-bold">
          Near my apartment: one
        </h5>
        <p className="mt-1 text-ink-soft">One request, and its answer is the food.</p>
        <div className="mt-3 grid gap-3">
          {visit.apartment.exchanges.length === 0 && <Waits>Still in line: no answer yet.</Waits>}
          {visit.apartment.exchanges.map((exchange, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays in its place
            <Both key={place} exchange={exchange} speed={speed} />
          ))}
        </div>
      </section>
    </div>
  )
}

const GONE = 'Of this customer nothing is known: not here yet, or the rush is long over.'

function OfficeSteps({ visit, speed }: { visit: Visit; speed: number }) {
  const { news, slip } = visit.office
  const orders = ordersOf(visit)
  const collections = collectionsOf(visit)
  return (
    <ol className="mt-3 grid gap-4">
      <StepView step={1}>
        {orders.length === 0 && <Waits>Not said yet: the customer stands in line.</Waits>}
        {orders.map((exchange, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays in its place
          <Request key={place} exchange={exchange} />
        ))}
      </StepView>
      <StepView step={2} slip={slip}>
        {orders.map((exchange, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays in its place
          <Answer key={place} exchange={exchange} speed={speed} />
        ))}
      </StepView>
      <StepView step={3} slip={slip} />
      <StepView step={4} slip={slip} />
      <StepView step={5} slip={slip}>
        {news ? <Both exchange={news} speed={speed} /> : <Waits>The wall has not said so yet.</Waits>}
        {collections.map((exchange, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays in its place
          <Both key={place} exchange={exchange} speed={speed} />
        ))}
      </StepView>
    </ol>
  )
}

function Both({ exchange, speed }: { exchange: Exchange; speed: number }) {
  return (
    <div className="grid gap-2">
      <Request exchange={exchange} />
      <Answer exchange={exchange} speed={speed} />
    </div>
  )
}

function StepView({ step, slip, children }: { step: Step; slip?: Slip | null; children?: ReactNode }) {
  const states = slip ? statesOf(slip, step) : []
  const keys = slip ? keysOf(slip, step) : []
  return (
    <li data-step={step} className="grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-3">
      <span
        aria-hidden="true"
        className="flex size-9 items-center justify-center rounded-full bg-ink font-bold text-card"
      >
        {step}
      </span>
      <div className="grid gap-3 border-line border-b pb-4">
        <p className="pt-1 text-lg font-semibold">{STEPS[step]}</p>
        {children}
        {states.length > 0 && (
          <ul aria-label="What the queue told" className="flex flex-wrap gap-2">
            {states.map(({ at, event, from, sinceMs }) => (
              <li
                key={`${at} ${event}`}
                className="rounded-lg bg-preparing-tint px-2.5 py-1 text-sm text-preparing"
              >
                <span className="font-semibold">{event}</span>
                {from && ` from ${from}`}{' '}
                <span className="tabular-nums">+{(sinceMs / 1000).toFixed(3)} s of ours</span>
              </li>
            ))}
          </ul>
        )}
        {keys.map(key => (
          <KeyView key={key.key} name={key.key} type={key.type} says={key.says} />
        ))}
      </div>
    </li>
  )
}

function KeyView({ name, type, says }: { name: string; type: string; says: Slip['keys'][number]['says'] }) {
  return (
    <dl className="rounded-xl bg-paper-deep px-3 py-2 text-sm">
      <div className="flex flex-wrap gap-x-2">
        <dt className="font-mono font-semibold break-all">{name}</dt>
        <dd className="text-ink-soft">{type} in Redis</dd>
      </div>
      {says.map(({ name, value }) => (
        <div key={name} className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3">
          <dt className="text-ink-soft">{name}</dt>
          <dd className="font-mono break-all">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Waits({ children }: { children: string }) {
  return <p className="text-ink-soft">{children}</p>
}
