'use client'
import { LineDrawing } from '#app/line-drawing.tsx'
import { peopleInLine } from '#app/people-in-line.ts'
import { readingOfPage } from '#app/reading.ts'
import { usePoll } from '#app/use-poll.ts'
import type { Line } from '#orders/line.ts'

/** The line of a counter restaurant as it stands at this moment. */
export function LineGlimpse({
  slug,
  line: lineOfPage,
  renderedAtMs,
}: {
  slug: string
  line: Line
  renderedAtMs: number
}) {
  const { reading, freshness } = usePoll<Line>(`/api/${slug}/line`, {
    initial: readingOfPage(lineOfPage, lineOfPage.asOf, renderedAtMs),
  })
  const { people } = reading?.data ?? lineOfPage
  return (
    <div className="mt-6 flex min-h-56 flex-1 flex-col rounded-3xl bg-card/70 p-5">
      <LineDrawing people={people} className="mt-auto h-32 sm:h-36" />
      <p className="mt-3 font-semibold">
        {freshness === 'stale' ? 'The line cannot be seen right now' : peopleInLine(people)}
      </p>
    </div>
  )
}
