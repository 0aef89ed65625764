'use client'
import type { ReactNode } from 'react'
import { capital } from '#app/tale/in-words.ts'
import { HOW, NAME_OF_PART, STEPS, STEPS_AT, type Voice } from '#app/tale/switcheroo/vocabulary.ts'
import type { Slip } from '#rush/slip.ts'
import type { Exchange, Visit } from '#rush/visit.ts'
import { Answer, Request } from './exchange-view.tsx'
import { collectionsOf, isOfAllOrders, keysOf, ordersOf, type Step, statesOf } from './steps.ts'

/** What is shown here is HTTP, Redis and the queue: nothing else would be a name for it. */
const VOICE: Voice = 'technical'

/** What truly happened for one customer of a rush: over HTTP, in Redis, and in the queue. While it happens, and after. `speed` is the rush’s. Goes below a heading 4. */
export function WhatHappened({
  visit,
  isGone,
  speed,
}: {
  /** Null while nothing is known; with `isGone`, nothing will be. */
  visit: Visit | null
  isGone: boolean
  speed: number
}) {
  if (!visit) return <p className="text-lg text-ink-soft">{isGone ? GONE : 'One moment …'}</p>
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
        <p className="mt-1 text-ink-soft text-pretty wrap-anywhere">{HOW[VOICE].apartment}</p>
        <div className="mt-3 grid gap-3">
          {visit.apartment.exchanges.length === 0 && <Waits>No answer yet.</Waits>}
          {visit.apartment.exchanges.map((exchange, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays in its place
            <Both key={place} exchange={exchange} speed={speed} />
          ))}
        </div>
      </section>
    </div>
  )
}

const GONE = 'Of this customer nothing is known: not here yet, or forgotten, for later rushes took its place.'

function OfficeSteps({ visit, speed }: { visit: Visit; speed: number }) {
  const { news, slip } = visit.office
  const orders = ordersOf(visit)
  const collections = collectionsOf(visit)
  return (
    <ol className="mt-3 grid gap-4">
      <StepView step={1}>
        {orders.length === 0 && <Waits>Not sent yet: the line before it is played.</Waits>}
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
        {news ? <Both exchange={news} speed={speed} /> : <Waits>No poll has brought the news yet.</Waits>}
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
  const part = STEPS_AT[step - 1]
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
        <div className="text-pretty wrap-anywhere">
          <p className="pt-1 text-lg font-semibold">{part && capital(NAME_OF_PART[VOICE][part])}</p>
          <p className="text-ink-soft">{STEPS[VOICE][step - 1]}</p>
        </div>
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
        <dd className="text-ink-soft">
          {type} in Redis
          {isOfAllOrders(name) && ', as it stood at the last look: every order writes it'}
        </dd>
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
