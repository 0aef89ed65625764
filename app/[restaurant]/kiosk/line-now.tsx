import { LineDrawing } from '#app/line-drawing.tsx'
import { peopleInLine } from '#app/people-in-line.ts'
import { usePoll } from '#app/use-poll.ts'
import type { Line } from '#orders/line.ts'

/** The line as it stands, for whom stands in it: never empty, though the server may not have heard of them yet. */
export function LineNow({ slug }: { slug: string }) {
  const { reading, freshness } = usePoll<Line>(`/api/${slug}/line`)
  const people = reading && Math.max(1, reading.data.people)
  return (
    <div className="text-lg desk:text-xl kiosk:text-2xl">
      <LineDrawing people={people ?? 0} className="h-[8em] desk:h-[10em] kiosk:h-[11em]" />
      <p role="status" className="min-h-[2em] pt-[0.7em] font-semibold">
        {people &&
          (freshness === 'stale' ? 'How many stand in line cannot be told right now' : peopleInLine(people))}
      </p>
    </div>
  )
}
