import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Wordmark } from '#app/wordmark.tsx'
import { environment } from '#orders/environment.ts'
import { BothAtOnce } from './both-at-once.tsx'
import { choiceOfLink, rushOfAddress } from './link.ts'
import { Patterns } from './patterns/patterns.tsx'
import { VisitView } from './visit/visit-view.tsx'

export const metadata: Metadata = {
  title: 'A tale of two restaurants',
  description: 'Why there is a queue, told live by two restaurants: one without, one with.',
}

// A link names the rush that one sees.
export const dynamic = 'force-dynamic'

const CHAPTERS = {
  apartment: 'Near my apartment',
  office: 'Near my office',
  'both-at-once': 'Both at once',
  patterns: 'Patterns in production',
}

export default async function TalePage({ searchParams }: PageProps<'/tale'>) {
  if (!environment().tale) notFound()
  const query = await searchParams
  return (
    <div className="mx-auto max-w-7xl px-4 min-[1600px]:max-w-[88rem] pt-6 pb-16 sm:px-10">
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
            Both stand on this server, and your order there is a real one. The other customers are played, and
            a dish is a wait of so many seconds, told faster than life.
          </p>
          <nav aria-label="Chapters" className="mt-5 flex flex-wrap gap-2">
            {Object.entries(CHAPTERS).map(([id, title]) => (
              <a
                key={id}
                href={`#${id}`}
                className="rounded-full px-4 py-2 font-semibold ring-2 ring-ink/20 ring-inset"
              >
                {title}
              </a>
            ))}
          </nav>
        </header>
        <Chapter id="apartment">
          <Words>
            One person behind the counter takes an order, cooks it, hands it over, and only then looks up for
            the next. You are hungry, and so are a few others.
          </Words>
          <VisitView story="alone" />
        </Chapter>
        <Chapter id="office">
          <Words>
            Across town somebody does nothing but take orders: you get a number and sit down, a crew cooks in
            the back, and a large display shows whose food is ready. The same button now orders in both, three
            people against one. The fair race comes next.
          </Words>
          <VisitView story="beside" />
        </Chapter>
        <Chapter id="both-at-once">
          <Words>
            With as many hands on both sides the food is no sooner, rather later: a clerk does not cook. What
            a queue takes away is the standing. Add a cook near the office alone, and the food there is sooner
            than it was. Overload both, and the queue only hides it until it must say no.
          </Words>
          <Words>
            What happens to an order is real: the HTTP request, the queue in Redis, the kitchen processes that
            cook it, and the kill -9 when a cook walks out. The people are played: customers, how long they
            talk, and the cashier’s line near the office.
          </Words>
          <BothAtOnce linked={choiceOfLink(query)} rushId={rushOfAddress(query)} />
        </Chapter>
        <Chapter id="patterns">
          <Words>
            What such a restaurant does every day, and the story leaves out. Each scene is the real thing:
            your orders go over HTTP into Redis, and processes that are started for you cook them.
          </Words>
          <Patterns />
        </Chapter>
      </main>
    </div>
  )
}

function Chapter({ id, children }: { id: keyof typeof CHAPTERS; children: ReactNode }) {
  return (
    <section id={id} className="mt-12 scroll-mt-6 sm:mt-16 sm:first-of-type:mt-10">
      <h2 className="text-3xl font-bold sm:text-4xl">{CHAPTERS[id]}</h2>
      {children}
    </section>
  )
}

function Words({ children }: { children: ReactNode }) {
  return <p className="mt-2 mb-5 max-w-3xl text-lg leading-relaxed text-ink-soft text-pretty">{children}</p>
}
