import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Wordmark } from '#app/wordmark.tsx'
import { environment } from '#orders/environment.ts'
import { readRush } from '#rush/rushes.ts'
import { LiveTheory } from './live-theory.tsx'
import { OneCustomer } from './one-customer.tsx'

export const metadata: Metadata = {
  title: 'One rush, looked at closely',
  description: 'What theory expected of it, and what truly happened for each customer.',
}

export const dynamic = 'force-dynamic'

/** A rush that is on or over: theory beside it, and any customer of it in every detail. */
export default async function RushPage({ params, searchParams }: PageProps<'/tale/rushes/[id]'>) {
  if (!environment().tale) notFound()
  const { id } = await params
  const rush = await readRush(id)
  if (!rush) notFound()
  const customer = customerOf((await searchParams).customer, rush.customers.expected)
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
        <h1 className="mt-3 mb-6 text-[clamp(2.3rem,5vw,4rem)] leading-[1.04] font-bold tracking-tight text-balance">
          One rush, looked at closely
        </h1>
        <h2 className="sr-only">What it measured, and what happened</h2>
        <LiveTheory rush={rush} renderedAtMs={Date.now()} />
        <section
          aria-labelledby="customers"
          className="mt-6 rounded-[2rem] bg-card p-4 ring-1 ring-line sm:p-6"
        >
          <h3 id="customers" className="text-xl font-bold sm:text-2xl">
            What truly happened
          </h3>
          <form className="mt-3 flex flex-wrap items-end gap-3">
            <label className="flex flex-col gap-1 font-medium text-ink-soft">
              Customer, of {rush.customers.expected}
              <input
                type="number"
                name="customer"
                min={1}
                max={rush.customers.expected}
                defaultValue={customer}
                className="h-13 w-40 rounded-2xl bg-paper-deep px-4 text-lg font-semibold text-ink tabular-nums"
              />
            </label>
            <button type="submit" className="min-h-13 rounded-2xl bg-ink px-6 text-lg font-bold text-card">
              What happened?
            </button>
          </form>
          <OneCustomer key={customer} rushId={id} customer={customer} speed={rush.settings.speed} />
        </section>
      </main>
    </div>
  )
}

function customerOf(asked: string | string[] | undefined, most: number): number {
  const name = Math.floor(Number(asked))
  return name >= 1 && name <= most ? name : 1
}
