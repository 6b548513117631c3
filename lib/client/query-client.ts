import { MutationCache, QueryClient } from '@tanstack/react-query'
import { cache } from 'react'
import { isUnanswered } from '../core/errors.ts'
import type { tellFailure } from './tell-failure.ts'
import { throttleDelay } from './throttle.ts'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** The screen shows this mutation's failure itself, so no toast is raised. */
      handled?: boolean
      /** What failed, as the toast's title: "The pool was not created". */
      failure?: string
    }
  }
}

/** How often a read is repeated that met nobody though the server is there, and after how long. */
const UNANSWERED_MOST = 2
const UNANSWERED_DELAY_MS = 500

/** Loaded with what lies over the page. */
const tell = async (...failure: Parameters<typeof tellFailure>) =>
  (await import('./tell-failure.ts')).tellFailure(...failure)

function createQueryClient() {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError(error, _variables, _result, mutation) {
        if (mutation.meta?.handled) return
        void tell(mutation.meta?.failure ?? 'That did not work', error)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A throttled read is repeated where the operator sees it wait, and one that met nobody waits for the server
        // where that is gone; on the server nothing waits.
        retry: (count, error) =>
          typeof window !== 'undefined' &&
          (throttleDelay(error) !== null || (isUnanswered(error) && count < UNANSWERED_MOST)),
        retryDelay: (count, error) => throttleDelay(error) ?? UNANSWERED_DELAY_MS * (count + 1),
        retryOnMount: ({ state }) => !isHandedOver(state.error) || throttleDelay(state.error) !== null,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** A failure that the server met while it made the document. */
const isHandedOver = (error: unknown): boolean => error !== null && !(error instanceof Error)

const perRequest = cache(createQueryClient)
let inBrowser: QueryClient | undefined

/** The one client of this browser tab, or of this request on the server. */
export function getQueryClient() {
  if (typeof window === 'undefined') return perRequest()
  inBrowser ??= createQueryClient()
  return inBrowser
}
