import { useEffect } from 'react'

/** Keeps the screen from going dark where the browser can (https or localhost). The lock is lost whenever the page is hidden. */
export function useAwake(): void {
  useEffect(() => {
    const stayAwake = () => {
      // Refused on low battery or by policy: then the television's own settings decide.
      if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => {})
    }
    stayAwake()
    document.addEventListener('visibilitychange', stayAwake)
    return () => document.removeEventListener('visibilitychange', stayAwake)
  }, [])
}
