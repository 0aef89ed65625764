import type { Trouble } from '#app/poll.ts'
import type { Freshness } from '#app/reading.ts'

const CAUSES: Record<Trouble, string> = {
  network: 'Your phone has no connection to the restaurant.',
  server: "The restaurant's computer does not answer.",
  redis: "The restaurant's queue is away.",
  gone: 'The restaurant does not know this order any more.',
}

/** Old news is said to be old. */
export function StaleLine({ freshness, trouble }: { freshness: Freshness; trouble: Trouble | undefined }) {
  if (freshness === 'fresh' && trouble !== 'gone') return null
  return (
    <p className="mt-4 rounded-2xl bg-attention-tint px-5 py-3 font-medium text-attention desk:col-span-full desk:row-start-3">
      Not up to date. {trouble ? CAUSES[trouble] : 'Checking…'}
      {freshness === 'stale' && ' Your order is safe; please look at the wall or ask at the counter.'}
    </p>
  )
}
