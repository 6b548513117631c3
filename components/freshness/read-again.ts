import type { Query, QueryClient } from '@tanstack/react-query'

/** What the page shows of AWS and of Lifeguard's own store; not who acts and what the configuration says. */
const isOfPage = ({ queryKey }: Query) => queryKey[0] !== 'connections'

/** So long after the press a part of the page may come alive and is still read again. */
const LATE_MS = 5_000

/**
 * Resolves when all that the page in view shows was read again, or could not be, which each part tells in its place.
 * What comes alive only after the press is read then, as long as `isHere`.
 */
export async function readAgain(client: QueryClient, isHere: () => boolean): Promise<void> {
  const since = Date.now()
  const stop = client.getQueryCache().subscribe((event) => {
    if (event.type !== 'observerAdded' || !isHere()) return
    const alive = event.query.queryHash
    const predicate = (query: Query) =>
      query.queryHash === alive &&
      isOfPage(query) &&
      query.state.data !== undefined &&
      query.state.dataUpdatedAt < since
    void client.refetchQueries({ predicate })
  })
  setTimeout(stop, LATE_MS)
  await client.refetchQueries({ type: 'active', predicate: isOfPage })
}

/** `at`: when the oldest of what the page shows was read, epoch milliseconds; null while nothing is. */
export type PageReading = { at: number | null; failed: 'none' | 'some' | 'all' }

export function pageReading(client: QueryClient): PageReading {
  const states = client
    .getQueryCache()
    .findAll({ type: 'active', predicate: isOfPage })
    .map(({ state }) => state)
  const read = states.flatMap(({ data, dataUpdatedAt }) => (data === undefined ? [] : dataUpdatedAt))
  const failures = states.filter(({ status }) => status === 'error').length
  return {
    at: read.length === 0 ? null : Math.min(...read),
    failed: failures === 0 ? 'none' : failures === states.length ? 'all' : 'some',
  }
}
