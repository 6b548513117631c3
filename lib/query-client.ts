import { defaultShouldDehydrateQuery, MutationCache, QueryClient } from '@tanstack/react-query'
import { cache } from 'react'
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
        toast({ title: mutation.meta?.failure ?? 'That did not work', description: error.message, tone: 'danger' })
      },
    }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: false },
      mutations: { retry: false },
      dehydrate: { shouldDehydrateQuery: defaultShouldDehydrateQuery },
    },
  })
}

const perRequest = cache(createQueryClient)
let inBrowser: QueryClient | undefined

/** The one client of this browser tab, or of this request on the server. */
export function getQueryClient() {
  if (typeof window === 'undefined') return perRequest()
  inBrowser ??= createQueryClient()
  return inBrowser
}
