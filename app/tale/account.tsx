'use client'
import { ENDED, type Rush } from '#rush/rush.ts'
import { accountInWords } from './account-in-words.ts'
import { duration } from './duration.ts'
import type { Voice } from './switcheroo/vocabulary.ts'
import { NAME_OF_SIDE } from './three-clocks.ts'

/** What happened, in words, the latest first. */
export function Account({ rush, voice }: { rush: Rush; voice: Voice }) {
  return (
    <section aria-labelledby="account" className="rounded-[2rem] bg-card p-4 ring-1 ring-line sm:p-6">
      <h3 id="account" className="text-xl font-bold sm:text-2xl">
        What happens, in words
      </h3>
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
        {isShortened(rush) && (
          <li className="py-1.5 text-ink-soft">
            {ENDED.includes(rush.state)
              ? 'What came before is lost.'
              : 'What came before is told in the end.'}
          </li>
        )}
      </ol>
    </section>
  )
}

function isShortened({ events: [first] }: Rush): boolean {
  return first !== undefined && first.seq > 1
}
