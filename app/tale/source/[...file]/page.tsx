import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import made from '#app/tale/patterns/excerpts.json'
import { Wordmark } from '#app/wordmark.tsx'
import { environment } from '#orders/environment.ts'

// Made when asked for, as every page is; the source is that of the build.
export const dynamic = 'force-dynamic'

const FILES = new Map(Object.entries(made.files))

export async function generateMetadata({ params }: PageProps<'/tale/source/[...file]'>): Promise<Metadata> {
  return { title: await nameOf(params) }
}

/** A file of this project that the tale shows some lines of, whole. */
export default async function SourcePage({ params }: PageProps<'/tale/source/[...file]'>) {
  const name = await nameOf(params)
  const source = FILES.get(name)
  if (!environment().tale || source === undefined) notFound()
  const lines = source.trimEnd().split('\n')
  return (
    <div className="mx-auto max-w-7xl px-4 min-[1600px]:max-w-[88rem] pt-6 pb-16 sm:px-10">
      <nav aria-label="Nugget" className="flex items-baseline gap-6 text-2xl">
        <a href="/">
          <Wordmark />
        </a>
        <a href="/tale" className="text-lg font-medium underline decoration-2 underline-offset-4">
          A tale of two restaurants
        </a>
      </nav>
      <main>
        <h1 className="mt-4 text-2xl font-bold break-all sm:text-3xl">{name}</h1>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
          tabIndex={0}
          className="mt-5 overflow-x-auto rounded-[2rem] bg-night p-5 text-[0.85rem] leading-relaxed text-chalk sm:p-8 sm:text-[0.95rem]"
        >
          <code>
            {lines.map((line, index) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
                key={index}
                id={`line-${index + 1}`}
                data-line={index + 1}
                className="block min-h-[1.6em] scroll-mt-24 before:mr-5 before:inline-block before:w-8 before:text-right before:text-chalk-soft before:content-[attr(data-line)] target:bg-night-raised"
              >
                {line}
              </span>
            ))}
          </code>
        </pre>
      </main>
    </div>
  )
}

async function nameOf(params: Promise<{ file: string[] }>): Promise<string> {
  const { file } = await params
  return file.map(decode).join('/')
}

/** What is no text when it is read once more is the name of no file. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
