'use client'
import { useRef, useState } from 'react'
import { ENDED, newRush, type Rush } from '#rush/rush.ts'
import { MOST_COOKS, settingsOf } from '#rush/settings.ts'
import { askForRush, hireCook, stopRush, walkOut } from './ask-rush.ts'
import { EndsOurs } from './ends-ours.tsx'
import { FollowRush, type Seen } from './follow-rush.tsx'
import { addressOf, type Choice, type Linked } from './link.ts'
import { RushControls } from './rush-controls.tsx'
import { isOurs } from './rush-keys.ts'
import { RushView } from './rush-view.tsx'
import { showPictures } from './show-pictures.ts'
import type { Voice } from './switcheroo/vocabulary.ts'
import type { Tools } from './toolbar.tsx'
import { useOnScreen } from './use-on-screen.ts'
import { whyItEnded } from './why-it-ended.ts'

type Watched = { id: string; first: Rush | null }

/** The third chapter: the same customers in both restaurants, in one picture. The address names the rush that is on, so that a reload finds it. */
export function BothAtOnce({ linked, rushId }: { linked: Linked; rushId: string | null }) {
  const [choice, setChoice] = useState(linked.choice)
  const [refusedOfLink, setRefusedOfLink] = useState(linked.refused)
  const [watched, setWatched] = useState<Watched | null>(rushId === null ? null : { id: rushId, first: null })
  const [seen, setSeen] = useState<Seen | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const [voice, setVoice] = useState<Voice>('restaurant')
  const [trouble, setTrouble] = useState<{ words: string; on: string | null } | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [onScreen, isOnScreen] = useOnScreen()
  const view = useRef<HTMLDivElement>(null)

  const change = (next: Choice) => {
    setChoice(next)
    setRefusedOfLink([])
    history.replaceState(null, '', addressOf(next, watched?.id))
  }
  const watch = (next: Watched | null, of = choice) => {
    setTrouble(null)
    setRefusal(null)
    setSeen(null)
    setWatched(next)
    history.replaceState(null, '', addressOf(of, next?.id))
  }
  /** Says whether it began. */
  const start = async (wanted = choice) => {
    setIsAsking(true)
    setTrouble(null)
    const asked = await askForRush(wanted)
    setIsAsking(false)
    if (asked.type === 'refused') {
      setTrouble(asked)
      return false
    }
    watch({ id: asked.rush.id, first: asked.rush }, wanted)
    if (view.current && !showPictures(view.current)) view.current.scrollIntoView()
    return true
  }
  const play = async (offered: Choice) => {
    if (isAsking) return
    change(offered)
    // The button that was pressed is gone then.
    if (await start(offered)) view.current?.focus({ preventScroll: true })
  }
  const watchAnother = (id: string) => {
    watch({ id, first: null })
    view.current?.focus()
  }

  const rush = seen?.rush ?? watched?.first ?? null
  const isOver = rush !== null && ENDED.includes(rush.state)
  const isTheirs = rush !== null && !isOver && !isOurs(rush.id)
  const open = () => void start()
  const stop = () => watched && void stopRush(watched.id).then(seen?.askAgain)
  const askOfCrew = (asking: Promise<string | null>) => {
    setRefusal(null)
    void asking.then(setRefusal).then(seen?.askAgain)
  }
  return (
    <div className="grid gap-5">
      <div className="rounded-[2rem] bg-mustard/30 p-4 sm:p-6">
        {refusedOfLink.length > 0 && (
          <p role="alert" className="mb-4 rounded-2xl bg-attention-tint p-4 font-medium text-attention">
            Not all that this link asks for can be had: {refusedOfLink.join('; ')}. The rest is chosen here.
          </p>
        )}
        <RushControls choice={choice} onChange={change} />
        {trouble && (
          <p
            ref={bringIntoView}
            role="alert"
            className="mt-4 rounded-2xl bg-attention-tint p-4 font-medium text-attention"
          >
            {trouble.words} {trouble.on && <WatchIt id={trouble.on} onWatch={watchAnother} />}
          </p>
        )}
      </div>
      {watched && (
        <FollowRush
          key={watched.id}
          {...watched}
          isWatched={isOnScreen}
          onSee={now => (now.trouble === 'gone' ? watch(null) : setSeen(now))}
        />
      )}
      <div ref={onScreen}>
        <div ref={view} tabIndex={-1} className="scroll-mt-3 outline-none">
          <RushView
            rush={rush ?? newRush('', settingsOf(choice), 0)}
            isSeen={isOnScreen}
            talk={{ voice, onChange: setVoice }}
            button={
              rush && !isOver
                ? { label: 'Send everyone home', isOff: isTheirs, onClick: stop }
                : {
                    label: rush ? 'Open both doors again' : 'Open both doors',
                    isOff: isAsking || (watched !== null && rush === null),
                    onClick: open,
                  }
            }
            crew={rush ? crewOf(rush, askOfCrew) : undefined}
            beside={!isAsking && (rush === null || isOver) && <EndsOurs except={watched?.id} />}
            trouble={
              seen?.trouble && !isOver
                ? AWAY
                : isTheirs
                  ? SOMEBODY_ELSES
                  : (refusal ?? (rush && whyItEnded(rush)) ?? undefined)
            }
            onPlay={offered => void play(offered)}
          />
        </div>
      </div>
    </div>
  )
}

/** Whoever asked far below it sees it too. */
function bringIntoView(alert: HTMLElement | null): void {
  alert?.scrollIntoView({ block: 'nearest' })
}

const SOMEBODY_ELSES = 'Only the browser that opened these doors can send everyone home. You may watch.'
const AWAY = 'The restaurants cannot be seen right now. This looks again by itself.'

/** What one may do to the cooks of a rush: nothing, while they do not cook, or in somebody else's. */
function crewOf(
  { id, state, sides: { office } }: Rush,
  ask: (asking: Promise<string | null>) => void,
): Tools['crew'] {
  if (state !== 'running' || !isOurs(id)) return { hire: undefined, walkOut: undefined }
  const busy = office.cooks.findIndex(({ alive, number }) => alive && number !== null)
  const living = office.cooks.filter(({ alive }) => alive).length
  return {
    hire: living < MOST_COOKS ? () => ask(hireCook(id)) : undefined,
    walkOut: busy !== -1 && living > 1 ? () => ask(walkOut(id, busy)) : undefined,
  }
}

function WatchIt({ id, onWatch }: { id: string; onWatch: (id: string) => void }) {
  return (
    <button type="button" onClick={() => onWatch(id)} className="font-semibold underline underline-offset-4">
      Watch the one that is on
    </button>
  )
}
