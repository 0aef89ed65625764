'use client'
import { useEffect } from 'react'
import { Nuggets } from '#app/nuggets.tsx'

const TRY_AGAIN_AFTER_MS = 10_000

/** Screens hang where nobody can touch them: this one tries again by itself. */
export default function ErrorPage({ error }: { error: unknown }) {
  useEffect(() => {
    console.error(error)
    const timer = setTimeout(() => window.location.reload(), TRY_AGAIN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [error])

  return (
    <main className="mx-auto flex min-h-dvh max-w-lg flex-col items-center justify-center px-6 py-16 text-center">
      <Nuggets className="w-60" />
      <h1 className="mt-4 text-4xl font-bold text-balance">Something went wrong</h1>
      <p className="mt-3 text-lg text-ink-soft text-balance">
        Orders are safe in the kitchen. This screen tries again by itself in a moment; please ask at the
        counter if it does not.
      </p>
      <button
        type="button"
        onClick={() => window.location.reload()}
        className="mt-8 rounded-full bg-ink px-7 py-3.5 text-lg font-semibold text-card"
      >
        Try again
      </button>
    </main>
  )
}
