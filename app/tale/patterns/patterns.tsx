import { ExcerptView } from './excerpt-view.tsx'
import { KitchenOnCall } from './kitchen-on-call.tsx'
import { PATTERNS, type Pattern } from './passages.ts'
import { TryIt } from './try-it.tsx'
import { WORDS } from './words.ts'

/** The unwritten chapter: what such a restaurant does every day, each to be seen, tried and read. */
export function Patterns() {
  return (
    <KitchenOnCall>
      <ol className="grid gap-6">
        {PATTERNS.map((pattern, index) => (
          <li key={pattern}>
            <Scene pattern={pattern} place={index + 1} />
          </li>
        ))}
      </ol>
    </KitchenOnCall>
  )
}

function Scene({ pattern, place }: { pattern: Pattern; place: number }) {
  const { title, trade, says, whatTheLinesDo } = WORDS[pattern]
  return (
    <article
      id={pattern}
      aria-labelledby={`${pattern}-title`}
      data-pattern={pattern}
      className="grid scroll-mt-6 gap-x-8 gap-y-5 rounded-[2rem] bg-card p-4 ring-1 ring-line sm:p-7 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]"
    >
      <div>
        <p className="font-semibold text-crust-deep">
          <span className="tabular-nums">{place}.</span> {trade}
        </p>
        <h3
          id={`${pattern}-title`}
          className="mt-1 text-2xl leading-tight font-bold text-balance sm:text-[1.7rem]"
        >
          {title}
        </h3>
        {says.map(paragraph => (
          <p key={paragraph} className="mt-3 text-lg leading-relaxed text-ink-soft text-pretty">
            {paragraph}
          </p>
        ))}
      </div>
      <div className="min-w-0">
        <TryIt pattern={pattern} />
      </div>
      <div className="min-w-0 lg:col-span-2">
        <ExcerptView pattern={pattern} says={whatTheLinesDo} />
      </div>
    </article>
  )
}
