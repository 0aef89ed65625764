import type { ReactNode } from 'react'

/** The tale is read from a projector too: its pages grow with the screen (`globals.css`). */
export default function TaleLayout({ children }: { children: ReactNode }) {
  return <div data-page="tale">{children}</div>
}
