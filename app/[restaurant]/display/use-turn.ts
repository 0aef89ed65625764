import { useEffect, useState } from 'react'
import { turnAt } from './pages.ts'

const LOOK_MS = 500

/** The turn it is now, one every `turnMs`; the first one is the server's, so that both draw the same page. */
export function useTurn(renderedAtMs: number, turnMs: number): number {
  const [turnedAtMs, setTurnedAtMs] = useState(renderedAtMs)
  useEffect(() => {
    const look = () => setTurnedAtMs(turnAt(Date.now(), turnMs) * turnMs)
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [turnMs])
  return turnAt(turnedAtMs, turnMs)
}
