'use client'
import { useEffect, useEffectEvent, useState } from 'react'

/** A screen reader is told no more often than this. */
const SAY_EVERY_MS = 15_000

/** `words` for those who hear the page: as they are now and then, and at once when `turn` is another. It is there before the first of them. */
export function Aloud({ words, turn }: { words: string; turn: string }) {
  const [said, setSaid] = useState('')
  const say = useEffectEvent(() => setSaid(words))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the turn is the news
  useEffect(() => {
    say()
    const timer = setInterval(() => say(), SAY_EVERY_MS)
    return () => clearInterval(timer)
  }, [turn])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}
