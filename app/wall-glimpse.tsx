'use client'
import { readingOfPage } from '#app/reading.ts'
import { usePoll } from '#app/use-poll.ts'
import type { Board } from '#orders/board.ts'

const SHOWN = 6

/** The wall of a queue restaurant as it stands at this moment, in small. */
export function WallGlimpse({
  slug,
  board: boardOfPage,
  renderedAtMs,
}: {
  slug: string
  board: Board | undefined
  renderedAtMs: number
}) {
  const { reading, freshness } = usePoll<Board>(`/api/${slug}/board`, {
    initial: boardOfPage && readingOfPage(boardOfPage, boardOfPage.asOf, renderedAtMs),
  })
  const board = reading?.data
  if (!board || freshness === 'stale') {
    return (
      <p className="mt-6 grid min-h-56 flex-1 place-items-center rounded-3xl bg-night-raised p-6 font-medium text-attention-bright">
        The wall cannot be seen right now
      </p>
    )
  }

  return (
    <div className="mt-6 grid min-h-56 flex-1 grid-cols-[2fr_3fr] gap-4 rounded-3xl bg-night-raised p-5 sm:p-6">
      <Glimpse kind="preparing" title="Preparing" entries={board.preparing} nobody="Nothing on the fire" />
      <Glimpse kind="ready" title="Ready" entries={board.ready} nobody="Nothing waits at the counter" />
    </div>
  )
}

function Glimpse({
  kind,
  title,
  entries,
  nobody,
}: {
  kind: 'preparing' | 'ready'
  title: string
  entries: Board['ready']
  nobody: string
}) {
  return (
    <section
      data-kind={kind}
      aria-labelledby={`glimpse-${kind}`}
      className="group data-[kind=preparing]:text-preparing-bright data-[kind=ready]:text-ready-bright"
    >
      <h3 id={`glimpse-${kind}`} className="text-lg font-semibold">
        {title}
      </h3>
      {entries.length === 0 && <p className="mt-3 text-chalk-soft">{nobody}</p>}
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-3 text-5xl leading-none font-bold tabular-nums sm:text-6xl group-data-[kind=preparing]:font-medium">
        {entries.slice(0, SHOWN).map(({ number }) => (
          <li key={number}>{number}</li>
        ))}
      </ul>
      {entries.length > SHOWN && <p className="mt-3 text-chalk-soft">and more</p>}
    </section>
  )
}
