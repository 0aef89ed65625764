import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Wordmark } from '#app/wordmark.tsx'
import { environment } from '#orders/environment.ts'
import { BothAtOnce } from './both-at-once.tsx'
import { choiceOfLink } from './link.ts'

export const metadata: Metadata = {
  title: 'A tale of two restaurants',
  description: 'Why there is a queue, told live by two restaurants: one without, one with.',
}

// A link names the rush that one sees.
export const dynamic = 'force-dynamic'

export default async function TalePage({ searchParams }: PageProps<'/tale'>) {
  if (!environment().tale) notFound()
  const choice = choiceOfLink(await searchParams)
  return (
    <div className="mx-auto max-w-7xl px-4 pt-6 pb-16 sm:px-10">
      <nav aria-label="Nugget" className="text-2xl">
        <a href="/">
          <Wordmark />
        </a>
      </nav>
      <main>
        <header className="mt-3">
          <h1 className="text-[clamp(2.3rem,5vw,4rem)] leading-[1.04] font-bold tracking-tight text-balance">
            A tale of two restaurants
          </h1>
          <p className="mt-3 max-w-3xl text-lg leading-relaxed text-ink-soft text-pretty sm:text-xl">
            The same customers, the same orders, at the same moment, in two restaurants that are open right
            now. One has no queue but the people in it.
          </p>
        </header>
        <section id="both-at-once" aria-labelledby="both" className="mt-10 scroll-mt-6">
          <h2 id="both" className="text-3xl font-bold sm:text-4xl">
            Both at once
          </h2>
          <p className="mt-2 mb-5 max-w-3xl text-lg text-ink-soft text-pretty">
            With as many hands on both sides the food is hardly sooner; what a queue takes away is the
            standing. Add a cook near the office and the food is sooner too. Overload both, and the queue only
            hides it until it must say no.
          </p>
          <BothAtOnce choice={choice} />
        </section>
      </main>
    </div>
  )
}
