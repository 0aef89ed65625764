'use client'
import { Nuggets } from '#app/nuggets.tsx'
import type { Trouble } from '#app/poll.ts'
import { readingOfPage } from '#app/reading.ts'
import { usePoll } from '#app/use-poll.ts'
import type { Board } from '#orders/board.ts'
import { Announcement } from './announcement.tsx'
import { Notice, StaleNote } from './notice.tsx'
import { Numbers } from './numbers.tsx'
import { STALE_TURN_MS, TURN_MS } from './pages.ts'
import { planOf } from './plan.ts'
import { useAwake } from './use-awake.ts'
import { useTurn } from './use-turn.ts'
import styles from './wall.module.css'

const DRIFT_PERIOD_MS = 32 * 60_000

declare global {
  interface Window {
    /** Of `public/wall-watch.js`, which takes over when the beats stop. */
    nuggetWallBeats?: () => void
  }
}

/** A failed poll is a beat too: the app is alive, and says for itself that the wall is not up to date. */
const beat = () => window.nuggetWallBeats?.()

/** The large display: every number under Preparing or Ready, true or visibly not. `board` is undefined when the server could not read it. */
export function Wall({
  restaurant,
  board: boardOfPage,
  renderedAtMs,
}: {
  restaurant: { slug: string; name: string }
  board: Board | undefined
  renderedAtMs: number
}) {
  const initial = boardOfPage && readingOfPage(boardOfPage, boardOfPage.asOf, renderedAtMs)
  const { reading, freshness, trouble } = usePoll<Board>(`/api/${restaurant.slug}/board`, {
    initial,
    whileHidden: true,
    onSettled: beat,
  })
  const isStale = freshness === 'stale'
  const turn = useTurn(renderedAtMs, isStale ? STALE_TURN_MS : TURN_MS)
  useAwake()

  const board = reading?.data ?? nothing(restaurant.slug)
  const plan = planOf(board, turn, isStale)
  const asOfMs = reading?.asOfMs ?? 0
  // That there is nothing to show is said only by who knows.
  const isKnown = freshness === 'fresh'
  const cause: Trouble | undefined = trouble ?? (reading ? undefined : 'redis')

  return (
    <main className={styles.wall} data-wall data-freshness={freshness}>
      <div className={styles.drift} style={{ animationDelay: `-${renderedAtMs % DRIFT_PERIOD_MS}ms` }}>
        <header className={styles.header}>
          <h1 className={styles.name}>{restaurant.name}</h1>
          <Notice freshness={freshness} trouble={cause} isStopped={board.kitchen.state === 'stopped'} />
        </header>
        <Numbers kind="preparing" section={plan.preparing} asOfMs={asOfMs} entries={board.preparing}>
          {isKnown && board.preparing.length === 0 && (
            <p className={styles.hint}>
              Order at the kiosk.
              <br />
              Your number appears here.
            </p>
          )}
        </Numbers>
        <Numbers kind="ready" section={plan.ready} asOfMs={asOfMs} entries={board.ready}>
          {isKnown && board.ready.length === 0 && (
            <p className={styles.hint}>
              {board.preparing.length === 0 ? (
                <>
                  <Nuggets className={styles.drawing} />
                  Nobody is waiting.
                </>
              ) : (
                'Your number moves here when your food is ready.'
              )}
            </p>
          )}
        </Numbers>
        {board.attention.length > 0 && (
          <Numbers kind="attention" section={plan.attention} asOfMs={asOfMs} entries={board.attention} />
        )}
      </div>
      <StaleNote isStale={isStale} trouble={cause} />
      <Announcement ready={reading && board.ready} />
    </main>
  )
}

/** A wall that never got a board shows empty lists, and says that it is not up to date. */
function nothing(slug: string): Board {
  return {
    restaurant: slug,
    asOf: new Date(0).toISOString(),
    kitchen: { state: 'open', cooks: 0 },
    preparing: [],
    ready: [],
    attention: [],
    counts: { preparing: 0, ready: 0, attention: 0 },
  }
}
