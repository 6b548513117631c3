import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { PoolRef } from '../core/refs.ts'
import type { IndexPage } from './index-page.ts'

const keyOf = ({ connectionId, poolId }: PoolRef) => ['identity-index', connectionId, poolId]
/** What does not depend on the identities of the index. */
const lasting: ReadonlySet<unknown> = new Set(['scans', 'saved-filters'])

/** Has whatever a client holds of a pool's index read anew: another scan has taken its place. */
export function renewIndex(client: QueryClient, pool: PoolRef): void {
  const queryKey = keyOf(pool)
  void client.resetQueries({ queryKey: [...queryKey, 'list'] })
  void client.invalidateQueries({
    queryKey,
    predicate: ({ queryKey: [, , , what] }) => what !== 'list' && !lasting.has(what),
  })
}

/** Takes identities that are gone out of the lists of their pool's index; counts are read anew. */
export function dropFromIndex(client: QueryClient, pool: PoolRef, ids: ReadonlySet<string>): void {
  const queryKey = keyOf(pool)
  client.setQueriesData<InfiniteData<IndexPage>>({ queryKey: [...queryKey, 'list'] }, (list) =>
    list === undefined
      ? undefined
      : {
          ...list,
          pages: list.pages.map((page) => ({
            ...page,
            identities: page.identities.filter(({ identityId }) => !ids.has(identityId)),
          })),
        },
  )
  void client.invalidateQueries({
    queryKey,
    predicate: ({ queryKey: [, , , what] }) => what !== 'list' && !lasting.has(what),
  })
}
