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
import { type Theirs, type Tour, useVisit } from './use-visit.ts'
import type { You } from './visit.ts'
import { YouNear } from './you-near.tsx'

const STORIES = { alone: ALONE, beside: BESIDE }
const SPEEDS: Record<number, string> = { 8: 'eight' }

/** The reader orders for real and lives through it: near the apartment, or in both restaurants beside each other. */
export function VisitView({ story }: { story: keyof typeof STORIES }) {
  const { sides, request } = STORIES[story]
  const { tour, you, order, isAsking, theirs, walkIn, wait, trouble, isOver } = useVisit(STORIES[story])
  const isIn = (tour !== null && !isOver) || theirs?.isAwaited === true
  const stands = sides.some(side => you[side].at === 'line')
  const settings = settingsOf(request)
  const isElsewhere = tour !== null && tour.first === null
  const endsOurs = useId()
  const view = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!tour || !view.current) return
    showPictures(view.current)
    // The button that was pressed may be gone.
    if (document.activeElement === document.body) view.current.focus({ preventScroll: true })
  }, [tour])

  return (
    <div
      ref={view}
      tabIndex={-1}
      className="grid scroll-mt-3 outline-none gap-4 min-[100rem]:gap-3"
      data-visit={story}
    >
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
            ? 'Six nuggets, please. You walked into somebody else’s rush: the customers are theirs, and so are the hands.'
            : `Six nuggets, please. Told ${SPEEDS[settings.speed] ?? settings.speed} times as fast as life.`}{' '}
          {!isAsking && !isIn && <EndsOurs id={endsOurs} except={tour?.id} />}
        </p>
      </div>
      {trouble && <Alert words={trouble} />}
      {theirs && <TheirsIsOn theirs={theirs} onWalkIn={walkIn} onWait={wait} />}
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

function TheirsIsOn({
  theirs: { isAwaited },
  onWalkIn,
  onWait,
}: {
  theirs: Theirs
  onWalkIn: () => void
  onWait: () => void
}) {
  return (
    <div className="grid gap-3 rounded-2xl bg-attention-tint p-4">
      <p role="alert" className="font-medium text-attention text-pretty">
        Somebody else has both restaurants now. {isAwaited ? WAITS : OR_WAIT}
      </p>
      <div className="flex flex-wrap gap-3">
        <button type="button" onClick={onWalkIn} className={ONE_WAY}>
          Walk into theirs
        </button>
        <button
          type="button"
          aria-disabled={isAwaited}
          onClick={() => !isAwaited && onWait()}
          className={ONE_WAY}
        >
          Wait for mine
        </button>
      </div>
    </div>
  )
}

const OR_WAIT =
  'You may walk into their rush, with their customers and their hands, which need not be those of this chapter. Yours begins by itself if you wait until they are free.'
const WAITS = 'Yours begins by itself when they are free.'
const ONE_WAY =
  'min-h-13 rounded-2xl px-5 text-lg font-semibold ring-2 ring-ink/25 ring-inset max-sm:grow aria-disabled:text-ink-soft aria-disabled:ring-line'

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
