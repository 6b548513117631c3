'use client'

import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { ThemeProvider } from 'next-themes'
import type { ReactNode } from 'react'
import { getQueryClient } from '#lib/client/query-client.ts'
import { Toaster } from '../components/shell/toaster.tsx'

/** What every page stands on: theme, server state, toasts, and the nonce for what must add style or script elements. */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" enableColorScheme={false} disableTransitionOnChange {...(nonce && { nonce })}>
      <CSPProvider {...(nonce && { nonce })}>
        <QueryClientProvider client={getQueryClient()}>
          {children}
          <Toaster />
        </QueryClientProvider>
      </CSPProvider>
    </ThemeProvider>
  )
}
