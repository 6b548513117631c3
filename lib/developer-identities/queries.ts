import { queryOptions } from '@tanstack/react-query'
import { everyPage } from '../core/every-page.ts'
import type { PoolRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import { writing } from '../operation/write.ts'
import {
  linkDeveloperIdentity,
  lookupDeveloperIdentity,
  mergeDeveloperIdentities,
  unlinkDeveloperIdentity,
  unlinkLoginAsDeveloper,
} from './actions.ts'
import { createDeveloperUser } from './create-actions.ts'
import { uniteIdentities } from './unite-actions.ts'
import { AppError } from '../core/errors.ts'
import { describeIdentity } from '../identities/actions.ts'
import type { DeveloperIdentity, LookupKey } from './developer-identity.ts'
import { findBatched } from './find-batched.ts'
import type { MergeOutcome, MergePreview } from './merge-preview.ts'

export const developerIdentityKeys = {
  pool: (pool: PoolRef) => ['developer-identities', pool.connectionId, pool.poolId] as const,
  by: (pool: PoolRef, key: LookupKey) => [...developerIdentityKeys.pool(pool), key] as const,
}

/** An identity with all its users of the developer provider: as many calls as they have pages of 60. */
export const developerIdentity = (pool: PoolRef, key: LookupKey) =>
  queryOptions({
    queryKey: developerIdentityKeys.by(pool, key),
    queryFn: () => allUsers(pool, key),
  })

/**
 * Whether a pool knows a user or an identity; pools asked at about the same time share one streamed call. With
 * `describeFirst` a pool that has no developer provider is not asked.
 */
export const poolAnswer = (pool: PoolRef, key: LookupKey, describeFirst: boolean) =>
  queryOptions({
    queryKey: [...developerIdentityKeys.pool(pool), 'answer', key] as const,
    queryFn: () => findBatched(pool, key, describeFirst),
  })

async function allUsers(pool: PoolRef, key: LookupKey): Promise<DeveloperIdentity> {
  const userIdentifiers: string[] = []
  let identityId = ''
  const read = (cursor: string | undefined) => unwrap(lookupDeveloperIdentity({ pool, ...key, cursor }))
  for await (const page of everyPage(read)) {
    identityId = page.identityId
    userIdentifiers.push(...page.userIdentifiers)
  }
  return { identityId, userIdentifiers }
}

/** What a merge left, read from the service. `mergedAt` tells one merge from another of the same identities. */
export const mergeOutcome = (pool: PoolRef, preview: MergePreview, userIdentifier: string, mergedAt: number) =>
  queryOptions({
    queryKey: [
      ...developerIdentityKeys.pool(pool),
      'merged',
      preview.survivorId,
      preview.disabledId,
      mergedAt,
    ] as const,
    queryFn: async (): Promise<MergeOutcome> => {
      const { connectionId } = pool
      const read = (identityId: string) => unwrap(describeIdentity({ identity: { connectionId, identityId } }))
      // At once, for a tab asks one thing after another, and much else is read anew after a merge.
      const [{ identityId, userIdentifiers }, expected, disabled] = await Promise.all([
        allUsers(pool, { userIdentifier }),
        read(preview.survivorId).catch(nullWhenGone),
        read(preview.disabledId).catch(nullWhenGone),
      ])
      const survivor = expected?.identityId === identityId ? expected : await read(identityId)
      return { survivor, userIdentifiers, disabled }
    },
    staleTime: Infinity,
  })

function nullWhenGone(error: unknown): null {
  if (error instanceof AppError && error.code === 'NOT_FOUND') return null
  throw error
}

export const developerCreation = writing(createDeveloperUser)
export const developerMerge = writing(mergeDeveloperIdentities)
export const developerUnlinking = writing(unlinkDeveloperIdentity)

/** Its input may hold a token, so the client forgets it as soon as nobody watches. */
export const developerLinking = { ...writing(linkDeveloperIdentity), gcTime: 0 }
export const identityUniting = { ...writing(uniteIdentities), gcTime: 0 }

/** Unlinks a public login with a developer token that the server gets and forgets. */
export const loginUnlinkingAsDeveloper = writing(unlinkLoginAsDeveloper)
