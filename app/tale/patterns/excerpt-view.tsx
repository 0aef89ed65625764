import made from './excerpts.json'
import type { Pattern } from './passages.ts'

/** The lines of this project that do it, as they were when it was built. */
export function ExcerptView({ pattern, says }: { pattern: Pattern; says: string }) {
  const { file, first, last, text } = made.excerpts[pattern]
  return (
    <figure className="rounded-3xl bg-night p-4 text-chalk sm:p-6">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <span className="text-chalk-soft">{says}</span>
        <a
          href={`/tale/source/${file}#line-${first}`}
          className="font-medium wrap-anywhere text-mustard underline decoration-2 underline-offset-4 focus-visible:outline-preparing-bright"
        >
          {file}, <span className="whitespace-nowrap">{`lines ${first} to ${last}`}</span>
        </a>
      </figcaption>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
        tabIndex={0}
        aria-label={`${file}, lines ${first} to ${last}`}
        className="mt-3 overflow-x-auto text-[0.8rem] leading-relaxed focus-visible:outline-preparing-bright sm:text-[0.95rem]"
      >
        <pre>
          <code>{text}</code>
        </pre>
      </section>
    </figure>
  )
}
