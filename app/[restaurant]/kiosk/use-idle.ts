import { useEffect, useState } from 'react'

const IDLE_MS = 120_000
const WARNING_MS = 20_000
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'focusin'] as const

/**
 * Calls `onIdle` when nobody has touched the kiosk for two minutes, 20 s after `warned` turned true if there is
 * something to lose. Once warned, only `stay` counts: a tap that closed the warning would land on what lies beneath.
 */
export function useIdle({
  watching,
  somethingToLose,
  onIdle,
}: {
  watching: boolean
  somethingToLose: boolean
  onIdle: () => void
}): { warned: boolean; stay: () => void } {
  const [warned, setWarned] = useState(false)

  useEffect(() => {
    if (!watching) return

    function leave() {
      setWarned(false)
      onIdle()
    }
    if (warned) {
      const timer = setTimeout(leave, WARNING_MS)
      return () => clearTimeout(timer)
    }

    let timer: ReturnType<typeof setTimeout>
    function wait() {
      clearTimeout(timer)
      timer = somethingToLose
        ? setTimeout(() => setWarned(true), IDLE_MS - WARNING_MS)
        : setTimeout(leave, IDLE_MS)
    }
    wait()
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, wait, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, wait)
    }
  }, [watching, somethingToLose, warned, onIdle])

  return { warned: watching && warned, stay: () => setWarned(false) }
}
