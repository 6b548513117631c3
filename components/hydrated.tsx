'use client'

import { HydrationBoundary, useQueryClient, type DehydratedState, type QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'

/**
 * Hands what the document read to the queries of its part. What another part has begun to ask for meanwhile is there at
 * once too: the part would else not be drawn as the document has it.
 */
export function Hydrated({ state, children }: { state: DehydratedState; children: ReactNode }) {
  answerAsked(useQueryClient(), state)
  return <HydrationBoundary state={state}>{children}</HydrationBoundary>
}

function answerAsked(client: QueryClient, { queries }: DehydratedState): void {
  for (const { queryHash, state: read } of queries) {
    const asked = client.getQueryCache().get(queryHash)
    if (!asked || asked.state.data !== undefined || read.data === undefined) continue
    asked.setState({ ...read, fetchStatus: asked.state.fetchStatus })
  }
}
