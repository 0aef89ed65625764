import { useState } from 'react'

const ANSWER_WITHIN_MS = 8_000

type Sending = 'idle' | 'sending' | 'failed'

/** The customer has the food. Safe to press again: the second time changes nothing. */
export function Collect({
  url,
  isReady,
  onCollected,
}: {
  url: string
  isReady: boolean
  onCollected: () => void
}) {
  const [sending, setSending] = useState<Sending>('idle')

  const collect = async () => {
    setSending('sending')
    if (await post(url)) onCollected()
    else setSending('failed')
  }

  return (
    <div className="mt-6 desk:mt-8">
      <button
        type="button"
        data-ready={isReady || undefined}
        disabled={sending === 'sending'}
        onClick={collect}
        className="w-full rounded-full bg-ready px-6 py-4 text-xl font-semibold text-card transition-transform active:scale-[0.98] disabled:opacity-70 data-ready:bg-card data-ready:text-ready"
      >
        I have it
      </button>
      {sending === 'failed' && (
        <p role="alert" className="mt-3 text-center font-medium">
          That did not get through. Please try again.
        </p>
      )}
    </div>
  )
}

async function post(url: string): Promise<boolean> {
  try {
    const { ok } = await fetch(url, { method: 'POST', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
    return ok
  } catch {
    return false
  }
}
