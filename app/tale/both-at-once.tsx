'use client'
import { useState } from 'react'
import { newRush, type Rush } from '#rush/rush.ts'
import { settingsOf } from '#rush/settings.ts'
import { askForRush } from './ask-rush.ts'
import { type Choice, linkTo } from './link.ts'
import { LiveRush } from './live-rush.tsx'
import { RushControls } from './rush-controls.tsx'
import { RushView } from './rush-view.tsx'
import type { Voice } from './switcheroo/vocabulary.ts'

type Watched = { id: string; first: Rush | null }

/** The third chapter: the same customers in both restaurants, in one picture. */
export function BothAtOnce({ choice: choiceOfLink }: { choice: Choice }) {
  const [choice, setChoice] = useState(choiceOfLink)
  const [watched, setWatched] = useState<Watched | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const [voice, setVoice] = useState<Voice>('restaurant')
  const talk = { voice, onChange: setVoice }
  const [trouble, setTrouble] = useState<{ words: string; on: string | null } | null>(null)

  const change = (next: Choice) => {
    setChoice(next)
    history.replaceState(null, '', linkTo(next))
  }
  const start = async () => {
    setIsAsking(true)
    setTrouble(null)
    const asked = await askForRush(choice)
    setIsAsking(false)
    if (asked.type === 'started') setWatched({ id: asked.rush.id, first: asked.rush })
    else setTrouble(asked)
  }

  const watch = (id: string) => {
    setTrouble(null)
    setWatched({ id, first: null })
  }

  return (
    <div className="grid gap-5">
      <div className="rounded-[2rem] bg-mustard/30 p-4 sm:p-6">
        <RushControls choice={choice} onChange={change} />
        {trouble && (
          <p role="alert" className="mt-4 rounded-2xl bg-attention-tint p-4 font-medium text-attention">
            {trouble.words} {trouble.on && <WatchIt id={trouble.on} onWatch={watch} />}
          </p>
        )}
      </div>
      {watched ? (
        <LiveRush
          key={watched.id}
          {...watched}
          talk={talk}
          isAsking={isAsking}
          onStart={() => void start()}
        />
      ) : (
        <RushView
          rush={newRush('', settingsOf(choice), 0)}
          isSeen
          talk={talk}
          button={{ label: 'Open both doors', isOff: isAsking, onClick: () => void start() }}
        />
      )}
    </div>
  )
}

function WatchIt({ id, onWatch }: { id: string; onWatch: (id: string) => void }) {
  return (
    <button type="button" onClick={() => onWatch(id)} className="font-semibold underline underline-offset-4">
      Watch the one that is on
    </button>
  )
}
