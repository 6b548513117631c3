import { MutationCache, QueryClient } from '@tanstack/react-query'
import { cache } from 'react'
import { errorShape } from '../core/errors.ts'
import { throttleDelay } from './throttle.ts'
import { toast } from './toast.ts'

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

function createQueryClient() {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError(error, _variables, _result, mutation) {
        if (mutation.meta?.handled) return
        const { message, hint, reference } = errorShape(error)
        const description = [message, hint, reference && `Reference ${reference}.`].filter(Boolean).join(' ')
        toast({ title: mutation.meta?.failure ?? 'That did not work', description, tone: 'danger' })
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A throttled read is repeated where the operator sees it wait; on the server nothing waits.
        retry: (_count, error) => typeof window !== 'undefined' && throttleDelay(error) !== null,
        retryDelay: (_count, error) => throttleDelay(error) ?? 0,
        retryOnMount: ({ state }) => !isHandedOver(state.error) || throttleDelay(state.error) !== null,
      },
      mutations: { retry: false },
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
