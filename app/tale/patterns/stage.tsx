'use client'
import type { ReactNode } from 'react'
import { rushAddress } from '#app/tale/ask-rush.ts'
import { useOnScreen } from '#app/tale/use-on-screen.ts'
import { usePoll } from '#app/use-poll.ts'
import { ENDED, newRush, type Rush } from '#rush/rush.ts'
import { type RushRequest, settingsOf } from '#rush/settings.ts'
import { Button } from './button.tsx'
import type { Evening } from './evening.ts'
import { during, type Scene } from './kitchen-on-call.tsx'
import { LittleKitchen } from './little-kitchen.tsx'
import { ToldList } from './told-list.tsx'

type Act = (evening: Evening) => Promise<unknown>

/** Something more that one may do while the evening goes on. */
export type Deed = { label: string; isOff?: boolean; act: Act }

type Parts = {
  scene: Scene
  request: Omit<RushRequest, 'seed'>
  label: string
  act: Act
  deeds?: (rush: Rush) => Deed[]
  /** What this scene shows beneath the kitchen, or instead of it. */
  children?: (rush: Rush, evening: Evening) => ReactNode
  hasKitchen?: boolean
}

/** One scene as it is played: a button, the kitchen as it is at this moment, and what was said over HTTP. */
export function Stage(parts: Parts) {
  const { scene, request, label, act, hasKitchen = true } = parts
  const idle = newRush('', settingsOf({ ...request, seed: 1, clerks: 1 }), 0)
  const main = (isOver: boolean) => (
    <Button
      isMain={scene.evening === null || isOver}
      isOff={scene.isBusy}
      onClick={() => void scene.play(request, act)}
    >
      {scene.isOpening ? 'The cooks are on their way …' : scene.evening ? 'Again, from the beginning' : label}
    </Button>
  )
  return (
    <div className="grid gap-4" data-state={scene.evening ? 'open' : scene.isOpening ? 'opening' : 'closed'}>
      {scene.evening ? (
        <LiveStage key={scene.evening.id} {...parts} evening={scene.evening} main={main} />
      ) : (
        <>
          <div className="flex flex-wrap gap-3">{main(false)}</div>
          {hasKitchen && <LittleKitchen rush={idle} />}
        </>
      )}
      {scene.trouble && (
        <p role="alert" className="rounded-2xl bg-attention-tint p-4 font-medium text-attention">
          {scene.trouble}
        </p>
      )}
      <ToldList told={scene.told} />
    </div>
  )
}

/** What nobody looks at is not asked for. */
function LiveStage({
  evening,
  main,
  deeds = () => [],
  children = () => null,
  hasKitchen = true,
}: Parts & { evening: Evening; main: (isOver: boolean) => ReactNode }) {
  const [watch, isOnScreen] = useOnScreen()
  const { reading, askAgain } = usePoll<Rush>(rushAddress(evening.id), { isWatched: isOnScreen })
  const rush = reading?.data
  const isOver = rush !== undefined && ENDED.includes(rush.state)
  const act = (deed: Deed) => void during(evening, deed.act).then(askAgain)
  return (
    <div ref={watch} className="grid gap-4">
      <div className="flex flex-wrap gap-3">
        {rush &&
          !isOver &&
          deeds(rush).map((deed, place) => (
            <Button
              key={deed.label}
              isMain={place === 0 && !deed.isOff}
              isOff={deed.isOff ?? false}
              onClick={() => act(deed)}
            >
              {deed.label}
            </Button>
          ))}
        {main(isOver)}
      </div>
      {rush && hasKitchen && <LittleKitchen rush={rush} />}
      {rush && children(rush, evening)}
      {isOver && <p className="text-ink-soft">The cooks have gone home.</p>}
    </div>
  )
}
