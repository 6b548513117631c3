import { queryOptions } from '@tanstack/react-query'
import { unwrap } from '../core/result.ts'
import type { IdentityRef } from '../core/refs.ts'
import { writing } from '../operation/write.ts'
import { describeMappedIdentity, dropIdentityMap, listIdentityMaps, searchIdentityMaps } from './actions.ts'

/** Whatever is imported, deleted or erased puts all of a connection out of date. */
export const identityMapKeys = { connection: (connectionId: string) => ['identity-maps', connectionId] as const }

/** The maps of a connection. */
export const identityMaps = (connectionId: string) =>
  queryOptions({
    queryKey: [...identityMapKeys.connection(connectionId), 'maps'] as const,
    queryFn: () => unwrap(listIdentityMaps({ connectionId })),
  })

/** Whom they know by a text. */
export const mappedAs = (connectionId: string, knownAs: string) =>
  queryOptions({
    queryKey: [...identityMapKeys.connection(connectionId), 'known-as', knownAs] as const,
    queryFn: () => unwrap(searchIdentityMaps({ connectionId, knownAs })),
  })

/** What they know an identity by. */
export const mappedNames = (identity: IdentityRef) =>
  queryOptions({
    queryKey: [...identityMapKeys.connection(identity.connectionId), 'names', identity.identityId] as const,
    queryFn: () => unwrap(describeMappedIdentity({ identity })),
  })

export const mapDeletion = writing(dropIdentityMap)
