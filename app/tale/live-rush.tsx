'use client'
import { useState } from 'react'
import { readingOfPage } from '#app/reading.ts'
import { usePoll } from '#app/use-poll.ts'
import { ENDED, type Rush } from '#rush/rush.ts'
import { MOST_COOKS } from '#rush/settings.ts'
import { hireCook, rushAddress, stopRush, walkOut } from './ask-rush.ts'
import { RushView } from './rush-view.tsx'
import type { Tools } from './toolbar.tsx'
import { useOnScreen } from './use-on-screen.ts'

/** A rush as it goes on. What nobody looks at is not asked for. */
export function LiveRush({
  id,
  first,
  isAsking,
  talk,
  onStart,
}: {
  id: string
  first: Rush | null
  isAsking: boolean
  talk: Tools['talk']
  onStart: () => void
}) {
  const [watch, isOnScreen] = useOnScreen()
  const [bringIntoView] = useState(() => (element: Element | null) => element?.scrollIntoView())
  const [initial] = useState(() => first && readingOfPage(first, new Date().toISOString(), Date.now()))
  const { reading, trouble, askAgain } = usePoll<Rush>(rushAddress(id), {
    initial: initial ?? undefined,
    isWatched: isOnScreen,
  })
  const rush = reading?.data
  if (!rush) return <p className="text-lg text-ink-soft">{trouble ? AWAY : 'One moment …'}</p>

  const isOver = ENDED.includes(rush.state)
  const stop = () => void stopRush(id).then(askAgain)
  const busy = rush.sides.office.cooks.findIndex(({ alive, number }) => alive && number !== null)
  const living = rush.sides.office.cooks.filter(({ alive }) => alive).length
  return (
    <div ref={watch}>
      <div ref={bringIntoView} className="scroll-mt-3" />
      <RushView
        rush={rush}
        isSeen={isOnScreen}
        talk={talk}
        button={
          isOver
            ? { label: 'Open both doors again', isOff: isAsking, onClick: onStart }
            : { label: 'Send everyone home', isOff: false, onClick: stop }
        }
        crew={
          rush.state === 'running'
            ? {
                hire: living < MOST_COOKS ? () => void hireCook(id).then(askAgain) : undefined,
                walkOut: busy !== -1 && living > 1 ? () => void walkOut(id, busy).then(askAgain) : undefined,
              }
            : undefined
        }
        trouble={trouble && !isOver ? AWAY : undefined}
      />
    </div>
  )
}

const AWAY = 'The restaurants cannot be seen right now. This looks again by itself.'
