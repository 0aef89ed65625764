'use client'
import { useMemo, useState } from 'react'
import { drawCustomers } from '#rush/customers.ts'
import type { Person, Rush, RushState } from '#rush/rush.ts'
import { RushSettings } from '#rush/settings.ts'
import { Account } from './account.tsx'
import { rushAddress } from './ask-rush.ts'
import { Choices } from './choices.tsx'
import { Clocks } from './clocks.tsx'
import { duration } from './duration.ts'
import { Lane } from './lane.tsx'
import { sceneInWords } from './scene-in-words.ts'
import { summarize } from './summary.ts'
import { OrdersToPick } from './switcheroo/orders-to-pick.tsx'
import { PickedOrder } from './switcheroo/picked-order.tsx'
import { NAME_OF_VOICE, VOICES, type Voice } from './switcheroo/vocabulary.ts'
import { NAME_OF_SIDE, SIDES } from './three-clocks.ts'

const STATES: Record<RushState, string> = {
  waiting: 'The cooks are on their way',
  running: 'Open',
  done: 'Over',
  stopped: 'Everyone was sent home',
  failed: 'It came to nothing',
}

/** A rush at one moment: both lanes, the clocks, the account, and in the end what it showed. */
export function RushView({
  rush,
  isSeen,
  button,
  crew,
  trouble,
}: {
  rush: Rush
  isSeen: boolean
  button: { label: string; isOff: boolean; onClick: () => void }
  /** What one may do to the cooks while they cook; undefined where that cannot be now. */
  crew?: { hire: (() => void) | undefined; walkOut: (() => void) | undefined } | undefined
  trouble?: string | undefined
}) {
  const settings = JSON.stringify(rush.settings)
  // Each poll brings the settings anew; the customers are drawn once.
  const customers = useMemo(() => drawCustomers(RushSettings.parse(JSON.parse(settings))), [settings])
  const { storyMs } = rush
  const stood = useMemo(
    () => (name: Person) =>
      name === 'guest' ? 0 : Math.max(0, storyMs - (customers[name - 1]?.arrivesAtMs ?? storyMs)),
    [customers, storyMs],
  )
  const words = SIDES.map(side => `${NAME_OF_SIDE[side]}: ${sceneInWords(rush, side, stood)}`).join(' ')
  const isNew = rush.id === ''
  const [voice, setVoice] = useState<Voice>('restaurant')
  const [picked, setPicked] = useState<number | null>(null)
  const isTechnical = voice === 'technical'

  return (
    <div className="grid gap-5" data-state={isNew ? 'none' : rush.state}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <button
          type="button"
          aria-disabled={button.isOff}
          onClick={() => !button.isOff && button.onClick()}
          className="min-h-14 rounded-2xl bg-ink px-7 text-xl font-bold text-card max-sm:w-full aria-disabled:bg-paper-deep aria-disabled:text-ink-soft"
        >
          {button.label}
        </button>
        {crew && (
          <>
            <CrewButton onClick={crew.hire}>One more cook</CrewButton>
            <CrewButton onClick={crew.walkOut}>A cook walks out</CrewButton>
          </>
        )}
        <div className="flex flex-wrap items-center gap-x-3 lg:ml-auto">
          <p aria-hidden="true" className="font-medium text-ink-soft">
            Ye old switcheroo
          </p>
          <Choices
            legend="Whose words: ye old switcheroo"
            name="voice"
            chosen={voice}
            choices={VOICES.map(value => ({ value, label: NAME_OF_VOICE[value] }))}
            onChoose={setVoice}
          />
        </div>
        <p className="w-full text-lg tabular-nums">
          {isNew ? 'The doors are closed.' : `${STATES[rush.state]}${progress(rush)}`}
        </p>
        {rush.reason && <p className="text-attention">{rush.reason}</p>}
        {trouble && <p className="font-medium text-attention">{trouble}</p>}
      </div>
      {SIDES.map(side => (
        <Lane
          key={side}
          side={side}
          rush={rush}
          stood={stood}
          isSeen={isSeen}
          voice={voice}
          onPick={isTechnical ? setPicked : undefined}
        />
      ))}
      {isTechnical && !isNew && (
        <div className="rounded-[2rem] bg-card p-4 ring-1 ring-line empty:hidden sm:px-6">
          <OrdersToPick rush={rush} picked={picked} onPick={setPicked} />
          {picked !== null && <PickedOrder rush={rush} customer={picked} onClose={() => setPicked(null)} />}
        </div>
      )}
      {(rush.state === 'done' || rush.state === 'stopped') && <Summary rush={rush} />}
      {!isNew && <Clocks rush={rush} customers={customers} />}
      {!isNew && <Account rush={rush} words={words} />}
    </div>
  )
}

function CrewButton({ onClick, children }: { onClick: (() => void) | undefined; children: string }) {
  return (
    <button
      type="button"
      aria-disabled={!onClick}
      onClick={onClick}
      className="min-h-14 rounded-2xl px-5 text-lg font-semibold ring-2 max-sm:flex-1 max-sm:px-2 max-sm:text-base ring-ink/25 ring-inset aria-disabled:text-ink-soft aria-disabled:ring-line"
    >
      {children}
    </button>
  )
}

function Summary({ rush }: { rush: Rush }) {
  return (
    <section aria-labelledby="summary" className="rounded-[2rem] bg-ready-tint p-5 sm:p-8">
      <h3 id="summary" className="text-xl font-bold sm:text-2xl">
        What it showed
      </h3>
      <p className="mt-2 max-w-4xl text-xl leading-relaxed text-pretty">{summarize(rush).join(' ')}</p>
      <p className="mt-3">
        <a
          href={`${rushAddress(rush.id)}/customers.csv`}
          download
          className="font-semibold underline decoration-2 underline-offset-4"
        >
          All numbers as CSV
        </a>
      </p>
    </section>
  )
}

function progress({ storyMs, endsMs, customers, state }: Rush): string {
  if (state === 'waiting') return ' …'
  return `: ${duration(storyMs)} of ${duration(Math.max(storyMs, endsMs))}, ${customers.arrived} of ${customers.expected} customers came.`
}
