import type { Rush } from '#rush/rush.ts'
import { rushAddress } from './ask-rush.ts'
import { summarize } from './summarize.ts'

/** What a rush showed, when it is over, and all its numbers. */
export function Summary({ rush }: { rush: Rush }) {
  return (
    <section aria-labelledby="summary" className="rounded-[2rem] bg-ready-tint p-5 sm:p-8">
      <h3 id="summary" className="text-xl font-bold sm:text-2xl">
        What it showed
      </h3>
      <p className="mt-2 max-w-4xl text-xl leading-relaxed text-pretty">{summarize(rush).join(' ')}</p>
      <p className="mt-3">
        <a
          href={`${rushAddress(rush.id)}/customers.csv`}
          download
          className="font-semibold underline decoration-2 underline-offset-4"
        >
          All numbers as CSV
        </a>{' '}
        or{' '}
        <a
          href={`/tale/rushes/${rush.id}`}
          className="font-semibold underline decoration-2 underline-offset-4"
        >
          this one rush, looked at closely
        </a>
      </p>
    </section>
  )
}
