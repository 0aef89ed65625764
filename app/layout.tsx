import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

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
