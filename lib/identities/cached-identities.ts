import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query'
import type { IdentityRef, PoolRef } from '../core/refs.ts'
import type { Identity, IdentityPage } from './identity.ts'

type Pages = InfiniteData<IdentityPage, string | undefined>
type Listed = InfiniteData<{ identities: Identity[] }>

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
  identities: page.identities.map((one) => (isSame(one, identity) ? { ...one, ...identity } : one)),
})

function without(page: IdentityPage, deleted: ReadonlySet<string>): IdentityPage {
  const kept = page.identities.filter(({ identityId }) => !deleted.has(identityId))
  return kept.length === page.identities.length ? page : { ...page, identities: kept }
}

/** The pool that a loaded list proves an identity to be in, or null: the service does not tell otherwise. */
export function provenPool(client: QueryClient, { connectionId, identityId }: IdentityRef): PoolRef | null {
  for (const [[, , poolId], identities] of listsOf(client, connectionId))
    if (typeof poolId === 'string' && identities.some((identity) => identity.identityId === identityId))
      return { connectionId, poolId }
  return null
}

/** What loaded lists, those of an index among them, and pages tell of these identities: what was changed last. */
export function loadedIdentities(
  client: QueryClient,
  connectionId: string,
  ids: readonly string[],
): Map<string, Identity> {
  const wanted = new Set(ids)
  const found = new Map<string, Identity>()
  const take = (identity: Identity) => {
    const known = found.get(identity.identityId)
    const isNewer = known === undefined || (identity.modifiedAt ?? 0) >= (known.modifiedAt ?? 0)
    if (wanted.has(identity.identityId) && isNewer) found.set(identity.identityId, identity)
  }
  for (const [, identities] of listsOf(client, connectionId)) for (const identity of identities) take(identity)
  for (const [, identity] of client.getQueriesData<Identity>({ queryKey: ['identity', connectionId] }))
    if (identity) take(identity)
  return found
}

/** The lists of a connection that are loaded: those of an index, which are older, before the service's own. */
const listsOf = (client: QueryClient, connectionId: string): [QueryKey, Identity[]][] =>
  ['identity-index', 'identities'].flatMap((room) =>
    client
      .getQueriesData<Listed>({ queryKey: [room, connectionId], predicate: isList })
      .map(([key, data]): [QueryKey, Identity[]] => [key, data?.pages.flatMap((page) => page.identities) ?? []]),
  )

/** What proves of identities that they are of a pool, as its loaded lists have it. */
export function loadedMemberships(
  client: QueryClient,
  { connectionId, poolId }: PoolRef,
  ids: readonly string[],
): Map<string, string> {
  const wanted = new Set(ids)
  const found = new Map<string, string>()
  const lists = client.getQueriesData<Pages>({ queryKey: ['identities', connectionId, poolId], predicate: isList })
  for (const [, data] of lists)
    for (const { identityId, membership } of data?.pages.flatMap((page) => page.identities) ?? [])
      if (membership !== undefined && wanted.has(identityId)) found.set(identityId, membership)
  return found
}

const isList = ({ queryKey }: { queryKey: readonly unknown[] }): boolean => queryKey[3] === 'list'
