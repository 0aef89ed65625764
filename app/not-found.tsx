import type { Metadata } from 'next'
import { Nuggets } from '#app/nuggets.tsx'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-lg flex-col items-center justify-center px-6 py-16 text-center">
      {/* Every page carries this one along, and must not fetch its drawing. */}
      <Nuggets className="w-60" loading="lazy" />
      <h1 className="mt-4 text-4xl font-bold text-balance">Nothing is served here</h1>
      <p className="mt-3 text-lg text-ink-soft text-balance">
        There is no such page, restaurant or order. If you have a number, watch the wall or ask at the
        counter.
      </p>
      <a href="/" className="mt-8 rounded-full bg-ink px-7 py-3.5 text-lg font-semibold text-card">
        To the two restaurants
      </a>
    </main>
  )
}
