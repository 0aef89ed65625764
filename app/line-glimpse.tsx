'use client'
import { People, peopleInLine } from '#app/people.tsx'
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
      <div className="flex flex-1 items-end gap-3 border-ink/80 border-b-4">
        <Counter />
        <People count={people} className="flex flex-1 flex-wrap items-end gap-x-1.5 *:w-10" />
      </div>
      <p className="mt-3 font-semibold">
        {freshness === 'stale' ? 'The line cannot be seen right now' : peopleInLine(people)}
      </p>
    </div>
  )
}

/** The till, with the clerk behind it. */
function Counter() {
  return (
    <svg viewBox="0 0 96 132" className="w-22 shrink-0" aria-hidden="true">
      <path d="M30 62c0-13 8-20 19-20s19 7 19 20v40H30z" fill="#fffdf8" />
      <path d="M40 58h18v44H40z" fill="#d9822b" />
      <circle cx="49" cy="27" r="15" fill="#8d5a3b" />
      <path d="M33 21c2-11 9-15 16-15s14 4 16 15z" fill="#96500e" />
      <path d="M4 82h88v50H4z" fill="#96500e" />
      <path d="M0 76h96v11H0z" fill="#231b33" />
      <path d="M66 58h22v18H66z" fill="#3a3056" />
      <path d="M70 62h14v7H70z" fill="#f2b84b" />
    </svg>
  )
}
