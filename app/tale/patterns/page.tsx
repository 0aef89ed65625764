import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Wordmark } from '#app/wordmark.tsx'
import { environment } from '#orders/environment.ts'
import { Patterns } from './patterns.tsx'

export const metadata: Metadata = {
  title: 'Patterns in production',
  description: 'Ten things that a restaurant with a queue does every day, to be seen, tried and read.',
}

// Its scripts carry a nonce of this one answer.
export const dynamic = 'force-dynamic'

export default function PatternsPage() {
  if (!environment().tale) notFound()
  return (
    <div className="mx-auto max-w-7xl px-4 pt-6 pb-16 sm:px-10">
      <nav aria-label="Nugget" className="flex items-baseline gap-6 text-2xl">
        <a href="/">
          <Wordmark />
        </a>
        <a href="/tale" className="text-lg font-medium underline decoration-2 underline-offset-4">
          A tale of two restaurants
        </a>
      </nav>
      <main>
        <h1 className="mt-3 text-[clamp(2.3rem,5vw,4rem)] leading-[1.04] font-bold tracking-tight text-balance">
          The unwritten chapter
        </h1>
        <p className="mt-3 max-w-3xl text-lg leading-relaxed text-ink-soft text-pretty sm:text-xl">
          Each scene is the real thing: your orders go over HTTP into Redis, and processes that are started
          for you cook them.
        </p>
        <h2 className="mt-8 mb-5 text-3xl font-bold sm:text-4xl">Patterns in production</h2>
        <Patterns />
      </main>
    </div>
  )
}
