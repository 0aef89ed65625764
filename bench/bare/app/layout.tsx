import type { ReactNode } from 'react'

/** Next.js will not build without one. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
