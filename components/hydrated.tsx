'use client'

import { HydrationBoundary, useQueryClient, type DehydratedState, type QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'

/**
 * Hands what the document read to the queries of its part. What another part has begun to ask for meanwhile is there at
 * once too: the part would else not be drawn as the document has it. What could not be read any more takes the place of
 * what was read before.
 */
export function Hydrated({ state, children }: { state: DehydratedState; children: ReactNode }) {
  answerAsked(useQueryClient(), state)
  return <HydrationBoundary state={state}>{children}</HydrationBoundary>
}

/** Documents whose failures were taken over: a later answer is not to be undone by them. */
const taken = new WeakSet<DehydratedState>()

function answerAsked(client: QueryClient, document: DehydratedState): void {
  const isNew = !taken.has(document)
  taken.add(document)
  for (const { queryHash, state: read } of document.queries) {
    const asked = client.getQueryCache().get(queryHash)
    if (!asked) continue
    const { data, fetchStatus } = asked.state
    if (data === undefined && read.data !== undefined) asked.setState({ ...read, fetchStatus })
    else if (data !== undefined && read.error !== null && isNew) asked.setState({ ...read, data, fetchStatus })
  }
}
