import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { keepSaved } from '../client/keep-saved.ts'
import { stepId } from '../core/operation-id.ts'
import type { PoolRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import type { FactChange } from '../facts/facts.ts'
import { afterStep, type Saved } from '../facts/saved.ts'
import { listIdentities } from '../identities/actions.ts'
import { identityKeys } from '../identities/queries.ts'
import { write } from '../operation/write.ts'
import { updateIdentityPool } from '../pools/actions.ts'
import type { Pool } from '../pools/pool.ts'
import { poolDetail } from '../pools/queries.ts'
import { setPrincipalTagAttributeMap } from '../principal-tags/actions.ts'
import type { ProviderTags } from '../principal-tags/principal-tags.ts'
import { principalTagKeys } from '../principal-tags/queries.ts'
import { editedTags, toAccessSettings, withSettings } from './access-settings.ts'
import { poolChange, tagEdits } from './pool-change.ts'
import type { AccessSettings, PrincipalTagEdit } from './schema.ts'

type AccessSave = {
  base: Pool
  mine: AccessSettings
  operationId: string
  /** Hears after each step what the pool is and what is left to save. */
  onStep: (present: Pool, left: AccessSettings) => void
}

/** The pool first, then each provider's principal tags: as many calls as that takes. */
export async function saveAccess(pool: PoolRef, client: QueryClient, save: AccessSave): Promise<Saved<Pool>> {
  const { base, mine, operationId, onStep } = save
  const change = poolChange(base, mine)
  const edits = tagEdits(base, mine)
  const untaken: FactChange[] = []
  let present = base
  let left = mine
  if (change) {
    const { queryKey } = poolDetail(pool)
    const update = write(updateIdentityPool, { pool, seen: base.fingerprint, change }, stepId(operationId, 0))
    const saved = await keepSaved(client, queryKey, update)
    if (edits.length === 0) return saved
    untaken.push(...saved.untaken)
    const read = () => client.query({ ...poolDetail(pool), staleTime: 0 })
    present = await afterStep(saved, withSettings(base, mine), read, (now) => {
      left = { ...toAccessSettings(now), principalTags: mine.principalTags }
      onStep(now, left)
    })
  }
  let isRead = true
  for (const [index, edit] of edits.entries()) {
    // One after another: each is a call of its own, and the first failure must leave the rest untried.
    const saved = await saveTagEdit(pool, client, edit, stepId(operationId, index + 1))
    untaken.push(...saved.untaken)
    isRead &&= saved.value !== null
    left = { ...left, principalTags: left.principalTags.filter((one) => one !== edit) }
    onStep(present, left)
  }
  return { value: isRead ? present : null, untaken }
}

async function saveTagEdit(pool: PoolRef, client: QueryClient, edit: PrincipalTagEdit, operationId: string) {
  const seen = edit.before?.fingerprint ?? null
  const saved = await write(setPrincipalTagAttributeMap, { pool, seen, ...editedTags(edit) }, operationId)
  const { value } = saved
  if (value !== null)
    client.setQueriesData<ProviderTags[]>({ queryKey: principalTagKeys(pool) }, (all) =>
      all?.map((present) => (present.provider === edit.provider ? value : present)),
    )
  return saved
}

/** The first page of a pool's usable identities, enough to tell whether something is in use; `whole`: there are no more. */
export const identitySample = (pool: PoolRef) =>
  queryOptions({
    queryKey: [...identityKeys.pool(pool), 'sample'] as const,
    queryFn: async () => {
      const { identities, nextCursor } = await unwrap(listIdentities({ pool, hideDisabled: true, cursor: undefined }))
      return { identities, whole: nextCursor === null }
    },
  })
