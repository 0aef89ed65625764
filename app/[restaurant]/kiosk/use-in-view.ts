import { useCallback, useState } from 'react'

/** Less than all of it: a fraction of a pixel may be cut off by rounding. */
const WHOLE = 0.95

/** Whether all of an element is on the screen, and the ref that says which; taken to be so until it is known. */
export function useInView(): [ref: (element: Element | null) => (() => void) | undefined, isInView: boolean] {
  const [isInView, setIsInView] = useState(true)
  const watch = useCallback((element: Element | null) => {
    if (!element) return
    const observer = new IntersectionObserver(
      ([entry]) => entry && setIsInView(entry.intersectionRatio >= WHOLE),
      { threshold: WHOLE },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [watch, isInView]
}
