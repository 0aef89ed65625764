import { useSyncExternalStore } from 'react'

/** How many CSS pixels a unit of a picture has: one, but where the letters of the page are larger. */
export function useZoom(): number {
  return useSyncExternalStore(
    onChange => {
      addEventListener('resize', onChange)
      return () => removeEventListener('resize', onChange)
    },
    () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16,
    () => 1,
  )
}
