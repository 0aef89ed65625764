import type { Trouble } from '#app/poll.ts'
import type { Freshness } from '#app/reading.ts'
import styles from './wall.module.css'

const CAUSES: Record<Trouble, string> = {
  network: 'This screen has no connection.',
  server: "The restaurant's computer does not answer.",
  redis: 'The queue of orders is away.',
  gone: 'This restaurant has no wall any more.',
}

/** The line at the top: what is not as it should be, in words. Nothing when all is well. */
export function Notice({
  freshness,
  trouble,
  isStopped,
}: {
  freshness: Freshness
  trouble: Trouble | undefined
  isStopped: boolean
}) {
  if (freshness === 'late') {
    return (
      <p className={styles.notice} data-notice="late" data-trouble={trouble}>
        {trouble && <Sign of={trouble} />}
        <b>Not up to date.</b> {trouble && CAUSES[trouble]} Checking…
      </p>
    )
  }
  if (freshness === 'fresh' && isStopped) {
    return (
      <p className={styles.notice} data-notice="stopped">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M6 4h4v16H6zM14 4h4v16h-4z" fill="currentColor" />
        </svg>
        <span>
          <b>The kitchen has paused.</b> Orders are safe and go on by themselves.
        </span>
      </p>
    )
  }
  return null
}

/** Waves struck out, a computer crossed out, a stack of orders, an empty frame: the cause is told by shape too. */
const SIGNS: Record<Trouble, string> = {
  network: 'M2 9a15 15 0 0 1 20 0M6 13.5a9 9 0 0 1 12 0M12 19v.2M3 2l18 20',
  server: 'M2 3h20v13H2zM7 21h10M9 7l6 5M15 7l-6 5',
  redis: 'M12 2l10 5-10 5-10-5zM2 12l10 5 10-5M2 17l10 5 10-5',
  gone: 'M3 4h18v16H3z',
}

function Sign({ of: trouble }: { of: Trouble }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2.4">
      <path d={SIGNS[trouble]} />
    </svg>
  )
}

const STALE = 'This screen is not up to date, please ask at the counter'

/** Empty while all is well; `public/wall-watch.js` fills it where the app does not run. */
export function StaleNote({ isStale, trouble }: { isStale: boolean; trouble: Trouble | undefined }) {
  return (
    <div className={styles.stale}>
      <p data-stale-note={STALE}>{isStale && STALE}</p>
      {isStale && (
        <p className={styles.cause} data-trouble={trouble}>
          {trouble && CAUSES[trouble]} It comes back by itself.
        </p>
      )}
    </div>
  )
}
