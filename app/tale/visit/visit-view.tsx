'use client'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { readingOfPage } from '#app/reading.ts'
import { usePoll } from '#app/use-poll.ts'
import { newRush, type Rush } from '#rush/rush.ts'
import { settingsOf } from '#rush/settings.ts'
import { rushAddress } from '../ask-rush.ts'
import { EndsOurs } from '../ends-ours.tsx'
import { showPictures } from '../show-pictures.ts'
import type { Side } from '../three-clocks.ts'
import { useOnScreen } from '../use-on-screen.ts'
import { ALONE, BESIDE } from './stories.ts'
import { type Tour, useVisit } from './use-visit.ts'
import type { You } from './visit.ts'
import { YouNear } from './you-near.tsx'

const STORIES = { alone: ALONE, beside: BESIDE }
const SPEEDS: Record<number, string> = { 8: 'eight' }

/** The reader orders for real and lives through it: near the apartment, or in both restaurants beside each other. */
export function VisitView({ story }: { story: keyof typeof STORIES }) {
  const { sides, request } = STORIES[story]
  const { tour, you, order, isAsking, trouble, isOver } = useVisit(STORIES[story])
  const isIn = tour !== null && !isOver
  const stands = sides.some(side => you[side].at === 'line')
  const settings = settingsOf(request)
  const isElsewhere = tour !== null && tour.first === null
  const endsOurs = useId()
  const view = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (tour && view.current) showPictures(view.current)
  }, [tour])

  return (
    <div ref={view} className="grid scroll-mt-3 gap-4 min-[100rem]:gap-3" data-visit={story}>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <button
          type="button"
          aria-disabled={isAsking || isIn}
          aria-describedby={endsOurs}
          onClick={() => !isAsking && !isIn && void order()}
          className="min-h-16 rounded-2xl bg-ink px-10 text-2xl font-bold text-card max-sm:w-full aria-disabled:bg-paper-deep aria-disabled:text-ink-soft"
        >
          {tour && isOver ? 'Order again' : 'Order'}
        </button>
        {tour && (
          <button
            type="button"
            aria-disabled={!stands}
            onClick={() => stands && tour.visit.walkOut()}
            className="min-h-14 rounded-2xl px-5 text-lg font-semibold ring-2 ring-ink/25 ring-inset aria-disabled:text-ink-soft aria-disabled:ring-line"
          >
            Walk out
          </button>
        )}
        <p className="text-lg text-ink-soft">
          {isElsewhere
            ? 'Six nuggets, please. Somebody else has a rush on, and you walk into that.'
            : `Six nuggets, please. Told ${SPEEDS[settings.speed] ?? settings.speed} times as fast as life.`}{' '}
          {!isAsking && !isIn && <EndsOurs id={endsOurs} except={tour?.id} />}
        </p>
      </div>
      {trouble && <Alert words={trouble} />}
      {tour ? (
        <Inside key={tour.id} tour={tour} you={you} sides={sides} />
      ) : (
        <Lanes rush={newRush('', settings, 0)} you={null} tour={null} sides={sides} isSeen />
      )}
    </div>
  )
}

function Inside({ tour, you, sides }: { tour: Tour; you: Record<Side, You>; sides: readonly Side[] }) {
  const [watch, isOnScreen] = useOnScreen()
  const [initial] = useState(
    () => tour.first && readingOfPage(tour.first, new Date().toISOString(), Date.now()),
  )
  // Whoever ordered comes in, though the picture is off the screen.
  const isAtDoor = sides.some(side => you[side].at === 'door')
  const { reading } = usePoll<Rush>(rushAddress(tour.id), {
    initial: initial ?? undefined,
    isWatched: isOnScreen || isAtDoor,
  })
  const rush = reading?.data
  const see = useEffectEvent((rush: Rush) => tour.visit.see(rush))
  useEffect(() => {
    if (rush) see(rush)
  }, [rush])
  return (
    <div ref={watch} className="grid gap-4">
      {rush?.reason && <Alert words={rush.reason} />}
      {rush ? (
        <Lanes rush={rush} you={you} tour={tour} sides={sides} isSeen={isOnScreen} />
      ) : (
        <p className="text-lg text-ink-soft">One moment …</p>
      )}
    </div>
  )
}

function Alert({ words }: { words: string }) {
  return (
    <p role="alert" className="rounded-2xl bg-attention-tint p-4 font-medium text-attention">
      {words}
    </p>
  )
}

function Lanes({
  rush,
  you,
  tour,
  sides,
  isSeen,
}: {
  rush: Rush
  you: Record<Side, You> | null
  tour: Tour | null
  sides: readonly Side[]
  isSeen: boolean
}) {
  return (
    <div
      data-sides={sides.length}
      className="grid gap-5 max-sm:data-[sides='2']:grid-cols-2 max-sm:data-[sides='2']:gap-x-4 max-sm:data-[sides='2']:gap-y-2 data-[sides='2']:lg:grid-cols-2"
    >
      {sides.map(side => (
        <YouNear
          key={side}
          side={side}
          rush={rush}
          you={you?.[side] ?? null}
          visit={tour?.visit ?? null}
          isSeen={isSeen}
          isAlone={sides.length === 1}
        />
      ))}
    </div>
  )
}
