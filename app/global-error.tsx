'use client'

import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import './globals.css'
import { BarePage } from '../components/bare-page.tsx'
import { PageError } from '../components/page-error.tsx'

/** Stands in for the whole document when the root layout fails; without a theme provider it reads the choice itself. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const theme = typeof window === 'undefined' ? '' : (window.localStorage.getItem('theme') ?? '')
  return (
    <html
      lang="en"
      className={`${GeistSans.variable} ${GeistMono.variable} ${theme} font-sans`}
      suppressHydrationWarning
    >
      <body>
        <title>Error · Lifeguard</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <BarePage>
          <PageError error={error} retry={retry} />
        </BarePage>
      </body>
    </html>
  )
}
