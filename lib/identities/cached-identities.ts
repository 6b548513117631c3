import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { IdentityRef, PoolRef } from '../core/refs.ts'
import type { Identity, IdentityPage } from './identity.ts'

type Pages = InfiniteData<IdentityPage, string | undefined>

/** Takes deleted identities out of every loaded list of a connection, without reading a page again. */
export function dropFromLists(client: QueryClient, connectionId: string, deleted: ReadonlySet<string>): void {
  client.setQueriesData<Pages>({ queryKey: ['identities', connectionId], predicate: isList }, (data) =>
    data === undefined ? data : { ...data, pages: data.pages.map((page) => without(page, deleted)) },
  )
}

/** Puts an identity as it is now in the place of what loaded lists of its connection say of it. */
export function replaceInLists(client: QueryClient, connectionId: string, identity: Identity): void {
  client.setQueriesData<Pages>({ queryKey: ['identities', connectionId], predicate: isList }, (data) =>
    data?.pages.some((page) => page.identities.some((one) => isSame(one, identity)))
      ? { ...data, pages: data.pages.map((page) => withReplaced(page, identity)) }
      : data,
  )
}

/** Whether a loaded list shows an identity. */
export const isListed = (client: QueryClient, { connectionId, identityId }: IdentityRef): boolean =>
  client
    .getQueriesData<Pages>({ queryKey: ['identities', connectionId], predicate: isList })
    .some(([, data]) => data?.pages.some((page) => page.identities.some((one) => one.identityId === identityId)))

const isSame = (one: Identity, other: Identity) => one.identityId === other.identityId && one !== other

const withReplaced = (page: IdentityPage, identity: Identity): IdentityPage => ({
  ...page,
  identities: page.identities.map((one) => (isSame(one, identity) ? identity : one)),
})

function without(page: IdentityPage, deleted: ReadonlySet<string>): IdentityPage {
  const kept = page.identities.filter(({ identityId }) => !deleted.has(identityId))
  return kept.length === page.identities.length ? page : { ...page, identities: kept }
}

/** The pool that a loaded list proves an identity to be in, or null: the service does not tell otherwise. */
export function provenPool(client: QueryClient, { connectionId, identityId }: IdentityRef): PoolRef | null {
  for (const [[, connection, poolId], data] of client.getQueriesData<Pages>({
    queryKey: ['identities'],
    predicate: isList,
  })) {
    const has = data?.pages.some((page) => page.identities.some((identity) => identity.identityId === identityId))
    if (has && connection === connectionId && typeof poolId === 'string') return { connectionId, poolId }
  }
  return null
}

/** What loaded lists and pages tell of these identities, as they have it. */
export function loadedIdentities(
  client: QueryClient,
  connectionId: string,
  ids: readonly string[],
): Map<string, Identity> {
  const wanted = new Set(ids)
  const found = new Map<string, Identity>()
  const lists = client.getQueriesData<Pages>({ queryKey: ['identities', connectionId], predicate: isList })
  for (const [, data] of lists)
    for (const identity of data?.pages.flatMap((page) => page.identities) ?? [])
      if (wanted.has(identity.identityId)) found.set(identity.identityId, identity)
  for (const [, identity] of client.getQueriesData<Identity>({ queryKey: ['identity', connectionId] }))
    if (identity && wanted.has(identity.identityId)) found.set(identity.identityId, identity)
  return found
}

const isList = ({ queryKey }: { queryKey: readonly unknown[] }): boolean => queryKey[3] === 'list'
