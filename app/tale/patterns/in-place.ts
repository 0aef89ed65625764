import { flushSync } from 'react-dom'

/** Does what changes the page above `element` too, and leaves that where it is on the screen: not every browser holds it there by itself. */
export function inPlace(element: Element, change: () => void): void {
  const before = element.getBoundingClientRect().top
  flushSync(change)
  scrollBy({ top: element.getBoundingClientRect().top - before, behavior: 'instant' })
}
