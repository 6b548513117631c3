import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import './globals.css'
import { looksScript } from '../components/data-table/looks-script.ts'
import { Providers } from './providers.tsx'

export const metadata: Metadata = {
  title: { default: 'Lifeguard', template: '%s · Lifeguard' },
  description: 'Admin console for Amazon Cognito identity pools',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fafafa' },
    { media: '(prefers-color-scheme: dark)', color: '#0a0b0b' },
  ],
}

export default async function RootLayout({ children }: LayoutProps<'/'>) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable} h-full font-sans`} suppressHydrationWarning>
      <body className="flex min-h-full flex-col wrap-break-word">
        <script nonce={nonce} suppressHydrationWarning>
          {looksScript}
        </script>
        <Providers nonce={nonce}>{children}</Providers>
      </body>
    </html>
  )
}
