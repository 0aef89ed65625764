'use client'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Rush } from '#rush/rush.ts'
import { accountInWords } from './account-in-words.ts'
import { duration } from './duration.ts'
import type { Voice } from './switcheroo/vocabulary.ts'
import { NAME_OF_SIDE } from './three-clocks.ts'

/** A screen reader is told no more often than this. */
const SAY_EVERY_MS = 15_000

/** What happened, in words, the latest first; and now and then, for those who hear the page, how things stand. */
export function Account({ rush, words, voice }: { rush: Rush; words: string; voice: Voice }) {
  const said = useNowAndThen(words, `${rush.state === 'running'} ${voice}`)
  return (
    <section aria-labelledby="account" className="rounded-[2rem] bg-card p-4 ring-1 ring-line sm:p-6">
      <h3 id="account" className="text-xl font-bold sm:text-2xl">
        What happens, in words
      </h3>
      <p role="status" className="sr-only">
        {said}
      </p>
      {rush.events.length === 0 && <p className="mt-2 text-ink-soft">Nothing yet.</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard */}
      <ol tabIndex={0} aria-labelledby="account" className="mt-2 h-56 overflow-y-auto pr-2">
        {rush.events.toReversed().map(({ seq, atMs, side, words }) => (
          <li key={seq} className="grid grid-cols-[5.5rem_1fr] gap-3 border-line border-b py-1.5">
            <span className="text-ink-soft tabular-nums">{duration(atMs)}</span>
            <span>
              {side !== 'both' && <span className="text-ink-soft">{NAME_OF_SIDE[side]}: </span>}
              {accountInWords(words, voice)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** `words` as they were at the last of rare moments; at once when `turn` is another: the rush begins or ends, or other words are on. */
function useNowAndThen(words: string, turn: string): string {
  const [said, setSaid] = useState('')
  const say = useEffectEvent(() => setSaid(words))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the turn is the news
  useEffect(() => {
    say()
    const timer = setInterval(() => say(), SAY_EVERY_MS)
    return () => clearInterval(timer)
  }, [turn])
  return said
}
