import { count } from '#app/tale/in-words.ts'
import { type Choice, linkTo } from '#app/tale/link.ts'
import { settingsOf } from '#rush/settings.ts'
import { longDay } from './long-day.ts'

const LOOK =
  'flex min-h-13 items-center rounded-2xl px-5 font-semibold ring-2 ring-ink/25 ring-inset aria-disabled:text-ink-soft aria-disabled:ring-line'

/** For whoever was told that the day was too short: one that is not. Where no rush can be played, the link to where it can. */
export function OfferLongDay({ seed, onPlay }: { seed: number; onPlay: Play | undefined }) {
  const choice = longDay(seed)
  const { perMinute, minutes, speed, apartmentHands } = settingsOf(choice)
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-8 gap-y-3 rounded-2xl bg-paper-deep p-4">
      <p className="flex-[1_1_24rem] max-sm:basis-full text-pretty">
        <strong className="font-semibold">A day long enough for theory:</strong>{' '}
        {count(perMinute, 'customer')} a minute for {minutes} minutes, and {count(apartmentHands, 'pair')} of
        hands on both sides, so that a line soon forgets who was in it. Told {speed} times as fast as life it
        takes {count(minutes / speed, 'minute')}; then theory is held against the interval of what was
        measured.
      </p>
      {onPlay ? (
        <button type="button" onClick={() => onPlay(choice)} className={LOOK}>
          Play a long day
        </button>
      ) : (
        <a href={linkTo(choice)} className={LOOK}>
          To a long day
        </a>
      )}
    </div>
  )
}

export type Play = (choice: Choice) => void
