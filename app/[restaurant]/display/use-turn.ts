import { useEffect, useState } from 'react'
import { turnAt } from './pages.ts'

const LOOK_MS = 500

/** The turn it is now; the first one is the server's, so that both draw the same page. */
export function useTurn(renderedAtMs: number): number {
  const [turn, setTurn] = useState(() => turnAt(renderedAtMs))
  useEffect(() => {
    const timer = setInterval(() => setTurn(turnAt(Date.now())), LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  return turn
}
