'use client'
import { LineDrawing } from '#app/line-drawing.tsx'
import { peopleInLine } from '#app/people-in-line.ts'
import { readingOfPage } from '#app/reading.ts'
import { usePoll } from '#app/use-poll.ts'
import type { Line } from '#orders/line.ts'

/** At a counter restaurant one stands in line: this says so, and how long the line is. */
export function NoWall({
  restaurant,
  line: lineOfPage,
  renderedAtMs,
}: {
  restaurant: { slug: string; name: string }
  line: Line
  renderedAtMs: number
}) {
  const { reading, freshness } = usePoll<Line>(`/api/${restaurant.slug}/line`, {
    initial: readingOfPage(lineOfPage, lineOfPage.asOf, renderedAtMs),
    whileHidden: true,
  })
  const { people } = reading?.data ?? lineOfPage

  return (
    <main className="flex min-h-dvh flex-col p-[4vmin] text-[clamp(1.1rem,3.2vmin,4rem)]">
      <p className="font-semibold text-ink-soft">{restaurant.name}</p>
      <div className="m-auto w-full max-w-[48em] py-10 text-center">
        <h1 className="text-[2.6em] leading-tight font-bold text-balance">There is no wall here</h1>
        <p className="mx-auto mt-4 max-w-[30em] text-ink-soft text-balance">
          One clerk takes each order, cooks it and hands it over before the next. So there is no number to
          watch for: one stands in line.
        </p>
        <LineDrawing people={people} className="mx-auto mt-[2.5em] h-[11em] max-w-[40em] text-[0.9em]" />
        <p role="status" className="mt-[0.9em] text-[1.5em] font-semibold">
          {freshness === 'stale' ? 'How many stand in line cannot be told right now' : peopleInLine(people)}
        </p>
      </div>
    </main>
  )
}
