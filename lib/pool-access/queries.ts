import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { listIdentities } from '../identities/actions.ts'
import { identityKeys } from '../identities/queries.ts'
import { updateIdentityPool } from '../pools/actions.ts'
import type { PoolRef } from '../core/refs.ts'
import type { Pool } from '../pools/pool.ts'
import { poolDetail } from '../pools/queries.ts'
import { setPrincipalTagAttributeMap } from '../principal-tags/actions.ts'
import type { ProviderTags } from '../principal-tags/principal-tags.ts'
import { principalTagKeys } from '../principal-tags/queries.ts'
import { unwrap } from '../core/result.ts'
import { savedValue } from '../facts/saved.ts'
import { editedTags } from './access-settings.ts'
import { poolChange, tagEdits } from './pool-change.ts'
import type { AccessSettings, PrincipalTagEdit } from './schema.ts'

type AccessSave = {
  seen: Pool
  settings: AccessSettings
  /** The pool itself is saved; what is left are principal tags. */
  onPoolSaved: (saved: Pool) => void
  onTagsSaved: (edit: PrincipalTagEdit) => void
}

/** The pool first, then each provider's principal tags: as many calls as that takes, each heard of when it is done. */
export const accessSave = (pool: PoolRef, queryClient: QueryClient) =>
  mutationOptions({
    mutationFn: async ({ seen, settings, onPoolSaved, onTagsSaved }: AccessSave) => {
      const change = poolChange(seen, settings)
      const edits = tagEdits(seen, settings)
      if (change) {
        const saved = savedValue(await unwrap(updateIdentityPool({ pool, seen: seen.fingerprint, change })))
        queryClient.setQueryData(poolDetail(pool).queryKey, saved)
        onPoolSaved(saved)
      }
      for (const edit of edits) {
        const { provider, useDefaults, tags } = editedTags(edit)
        const before = edit.before?.fingerprint ?? null
        // One after another: each is a call of its own, and the first failure must leave the rest untried.
        const saved = savedValue(
          await unwrap(setPrincipalTagAttributeMap({ pool, provider, seen: before, useDefaults, tags })),
        )
        queryClient.setQueriesData<ProviderTags[]>({ queryKey: principalTagKeys(pool) }, (all) =>
          all?.map((present) => (present.provider === provider ? saved : present)),
        )
        onTagsSaved(edit)
      }
    },
    meta: { handled: true },
  })

/** The first page of a pool's usable identities: enough to tell whether something is in use, never all of them. */
export const identitySample = (pool: PoolRef) =>
  queryOptions({
    queryKey: [...identityKeys.pool(pool), 'sample'] as const,
    queryFn: async () => (await unwrap(listIdentities({ pool, hideDisabled: true, cursor: undefined }))).identities,
  })
