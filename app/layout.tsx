import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

/** Each answer has a nonce of its own for its scripts, so no page is made before it is asked for, not even "not found". */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Nugget', template: '%s · Nugget' },
  description: 'Order at the kiosk, take a number, watch the wall.',
}

export const viewport: Viewport = { themeColor: '#fbf6ec' }

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body className="font-sans antialiased">{children}</body>
    </html>
  )
}
