'use client'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { drawCustomers, partyOf } from '#rush/customers.ts'
import type { Person, Rush } from '#rush/rush.ts'
import { RushSettings } from '#rush/settings.ts'
import { Account } from './account.tsx'
import { Aloud } from './aloud.tsx'
import { Clocks } from './clocks.tsx'
import { Lane } from './lane.tsx'
import { progressInWords, rushInWords } from './rush-in-words.ts'
import { settingsInWords } from './settings-in-words.ts'
import { Summary } from './summary.tsx'
import { OrdersToPick } from './switcheroo/orders-to-pick.tsx'
import { PickedOrder } from './switcheroo/picked-order.tsx'
import type { Play } from './theory/offer-long-day.tsx'
import { Theory } from './theory/theory.tsx'
import { SIDES } from './three-clocks.ts'
import { Toolbar, type Tools } from './toolbar.tsx'

/** A rush at one moment: both lanes, the clocks, the account, and in the end what it showed. */
export function RushView({
  rush,
  isSeen,
  button,
  crew,
  talk,
  beside,
  trouble,
  onPlay,
}: {
  rush: Rush
  isSeen: boolean
  button: Tools['button']
  crew?: Tools['crew']
  talk: Tools['talk']
  /** What is said of the button. */
  beside?: ReactNode
  trouble?: string | undefined
  onPlay: Play
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
  const { voice } = talk
  const party = partyOf(rush.settings, customers)
  const isNew = rush.id === ''
  const [pickedOf, setPickedOf] = useState<{ rushId: string; customer: number } | null>(null)
  const picked = pickedOf?.rushId === rush.id ? pickedOf.customer : null
  const pick = (customer: number) => setPickedOf({ rushId: rush.id, customer })
  const orders = useRef<HTMLDivElement>(null)
  // Back to where it was opened by keyboard.
  const closePicked = () => {
    orders.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus()
    setPickedOf(null)
  }
  const isTechnical = voice === 'technical'

  return (
    <div className="grid gap-5" data-state={isNew ? 'none' : rush.state}>
      {/* On a phone what is told last stands first in the source: a browser that holds on to it would scroll the pictures away. */}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 max-sm:gap-2 max-sm:[overflow-anchor:none] min-[1600px]:gap-3">
        <Toolbar button={button} crew={crew} talk={talk}>
          <div className="tabular-nums max-sm:contents">
            <p className="text-lg max-sm:order-3 max-sm:min-h-[2lh]">
              {isNew ? CLOSED : progressInWords(rush)} {beside}
            </p>
            {!isNew && <p className="text-ink-soft max-sm:order-4">{settingsInWords(rush.settings)}</p>}
          </div>
          <div
            role="status"
            className="font-medium text-attention not-empty:w-full empty:absolute max-sm:order-3"
          >
            {rush.reason && <p>{rush.reason}</p>}
            {trouble && <p>{trouble}</p>}
          </div>
        </Toolbar>
        {SIDES.map(side => (
          <Lane
            key={side}
            side={side}
            rush={rush}
            stood={stood}
            party={party}
            isSeen={isSeen}
            voice={voice}
            onPick={isTechnical ? pick : undefined}
          />
        ))}
      </div>
      <Aloud
        words={isNew ? '' : rushInWords(rush, stood, voice, party)}
        turn={`${rush.id} ${rush.state} ${voice}`}
      />
      {isTechnical && !isNew && (
        <div ref={orders} className="rounded-[2rem] bg-card p-4 ring-1 ring-line sm:px-6">
          <OrdersToPick rush={rush} picked={picked} onPick={pick} />
          {picked !== null && (
            <PickedOrder key={picked} rush={rush} customer={picked} onClose={closePicked} />
          )}
        </div>
      )}
      {(rush.state === 'done' || rush.state === 'stopped') && <Summary rush={rush} />}
      {!isNew && <Clocks rush={rush} />}
      {!isNew && <Theory rush={rush} onPlay={onPlay} />}
      {!isNew && <Account rush={rush} voice={voice} />}
    </div>
  )
}

const CLOSED = 'No rush is on here. Open both doors, and the customers come.'
