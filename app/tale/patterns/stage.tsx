'use client'
import { type ReactNode, useState } from 'react'
import { EndsOurs } from '#app/tale/ends-ours.tsx'
import { FollowRush, type Seen } from '#app/tale/follow-rush.tsx'
import { ENDED, newRush, type Rush } from '#rush/rush.ts'
import { type RushRequest, settingsOf } from '#rush/settings.ts'
import { Button } from './button.tsx'
import type { Evening } from './evening.ts'
import { during, type Scene } from './kitchen-on-call.tsx'
import { LittleKitchen } from './little-kitchen.tsx'
import { ToldList } from './told-list.tsx'

type Act = (evening: Evening) => Promise<unknown>

/** Something more that one may do while the evening goes on. It keeps its place when it may not be done any more, as does whoever stands on it. */
export type Deed = { label: string; isOff?: boolean; act: Act }

/** One scene as it is played: buttons, the kitchen as it is at this moment, and what was said over HTTP. */
export function Stage({
  scene,
  request,
  label,
  act,
  deeds = () => [],
  result = () => null,
  children = () => null,
}: {
  scene: Scene
  request: Omit<RushRequest, 'seed'>
  label: string
  act: Act
  deeds?: (rush: Rush) => Deed[]
  /** What came of it. Whoever hears the page is told when it changes, so it changes a few times at most. */
  result?: (rush: Rush) => ReactNode
  /** What else this scene shows beneath the kitchen. */
  children?: (rush: Rush) => ReactNode
}) {
  const { evening, isOn, isOpening } = scene
  const [seen, setSeen] = useState<Seen | null>(null)
  const current = evening !== null && seen?.rush?.id === evening.id ? seen.rush : null
  // Whoever opens another scene ends this one, and what it came to stays.
  const live: Rush | null = current && !isOn ? { ...current, state: 'stopped' } : current
  const rush = live ?? newRush('', settingsOf({ ...request, seed: 1, clerks: 1 }), 0)
  const isOver = !isOn || ENDED.includes(rush.state)
  const playable = live && !isOver ? evening : null
  return (
    <div
      ref={scene.watch}
      className="flex flex-col gap-4"
      data-state={isOpening ? 'opening' : evening && isOn ? 'open' : 'closed'}
    >
      {evening && isOn && (
        <FollowRush
          key={evening.id}
          id={evening.id}
          first={null}
          isWatched={scene.isWatched}
          onSee={setSeen}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <Button
          isMain={evening === null || isOver}
          isOff={scene.isBusy}
          onClick={() => void scene.play(request, act)}
        >
          {isOpening ? 'The cooks are on their way …' : evening ? 'Again, from the beginning' : label}
        </Button>
        {evening &&
          deeds(rush).map((deed, place) => {
            const isOff = playable === null || deed.isOff === true
            return (
              <Button
                key={deed.label}
                isMain={place === 0 && !isOff}
                isOff={isOff}
                onClick={() => void (playable && during(playable, deed.act).then(seen?.askAgain))}
              >
                {deed.label}
              </Button>
            )
          })}
        {evening === null && !isOpening && <EndsOurs />}
      </div>
      <LittleKitchen rush={rush} />
      {/*
        What is said in it is heard only if it was there before. While empty it takes back the gap, and is not taken out of the
        flow: whatever goes out of the flow or into it, a browser stops holding the place of what one reads below for that moment.
      */}
      <div role="status" className="grid gap-3 empty:-mt-4">
        {live && result(live)}
        {isOn && isOver && <p className="text-ink-soft">The cooks have gone home.</p>}
      </div>
      {live && children(live)}
      {scene.trouble && (
        <p role="alert" className="rounded-2xl bg-attention-tint p-4 font-medium text-attention">
          {scene.trouble}
        </p>
      )}
      <ToldList told={scene.told} />
    </div>
  )
}
