import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PROBLEMS, type ProblemName } from '#app/api/problem.ts'
import { Wordmark } from '#app/wordmark.tsx'

export const metadata: Metadata = { title: 'What went wrong' }

/** Where the `type` of a problem document leads: what it means, and what to do. */
export default async function ProblemPage({ params }: PageProps<'/problems/[name]'>) {
  const { name } = await params
  if (!isProblem(name)) notFound()
  const { status, title, remedy } = PROBLEMS[name]
  return (
    <main className="mx-auto max-w-2xl px-6 py-12 sm:py-20">
      <a href="/" className="text-2xl">
        <Wordmark />
      </a>
      <h1 className="mt-10 text-4xl font-bold text-balance sm:text-5xl">{title}</h1>
      <p className="mt-5 text-xl leading-relaxed text-pretty">{remedy.split('`').map(code)}</p>
      <p className="mt-8 text-lg text-ink-soft">
        {`Answered with status ${status} and `}
        <code>{`"type": "/problems/${name}"`}</code>. All that the API takes and says stands in{' '}
        <a className="underline underline-offset-4" href="/api/openapi.json">
          /api/openapi.json
        </a>
        .
      </p>
    </main>
  )
}

/** Every other part stood between backticks. */
function code(part: string, index: number) {
  return index % 2 === 0 ? (
    part
  ) : (
    <code key={part} className="break-words">
      {part}
    </code>
  )
}

function isProblem(name: string): name is ProblemName {
  return Object.hasOwn(PROBLEMS, name)
}
