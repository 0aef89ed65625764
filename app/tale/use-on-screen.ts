import { useCallback, useState } from 'react'

/** Whether any of an element is on the screen, and the ref that says which. */
export function useOnScreen(): [
  ref: (element: Element | null) => (() => void) | undefined,
  isOnScreen: boolean,
] {
  const [isOnScreen, setIsOnScreen] = useState(true)
  const watch = useCallback((element: Element | null) => {
    if (!element) return
    const observer = new IntersectionObserver(([entry]) => entry && setIsOnScreen(entry.isIntersecting))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [watch, isOnScreen]
}
