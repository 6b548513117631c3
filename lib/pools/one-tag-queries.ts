import type { QueryClient } from '@tanstack/react-query'
import { keepSaved } from '../client/keep-saved.ts'
import { AppError } from '../core/errors.ts'
import { isolated } from '../core/isolated.ts'
import type { PoolRef } from '../core/refs.ts'
import { requireTaken } from '../facts/require-taken.ts'
import { write } from '../operation/write.ts'
import { isAsWanted, tagValue, type TagAct } from './one-tag.ts'
import { poolTags } from './tag-queries.ts'
import { tagResource, untagResource } from './tag-actions.ts'

type OneTag = {
  act: TagAct
  /** Its value as somebody saw it; null for none. */
  seen: string | null
  operationId: string
  runId: string
}

/** Whether a pool's tag is as an act wants it, read anew. */
export async function hasTagAsWanted(pool: PoolRef, client: QueryClient, act: TagAct): Promise<boolean> {
  const { tags } = await client.query({ ...poolTags(pool), staleTime: 0 })
  return isAsWanted(tagValue(tags, act.key), act)
}

/**
 * One tag of one pool as a part of a run over several; nothing is sent where it is as wanted. Errors: `CONFLICT` when it
 * is other than it was seen.
 */
export async function changeOneTag(pool: PoolRef, client: QueryClient, one: OneTag): Promise<void> {
  const { act, seen, operationId, runId } = one
  const { tags, fingerprint } = await client.query({ ...poolTags(pool), staleTime: 0 })
  const value = tagValue(tags, act.key)
  if (isAsWanted(value, act)) return
  if (value !== seen) throw other(act.key, value)
  const shared = { pool, seen: fingerprint, runId }
  const { queryKey } = poolTags(pool)
  const saving =
    act.kind === 'add'
      ? write(tagResource, { ...shared, tags: { [act.key]: act.value } }, operationId)
      : write(untagResource, { ...shared, keys: [act.key] }, operationId)
  requireTaken(await keepSaved(client, queryKey, saving))
}

const other = (key: string, value: string | null) =>
  new AppError({
    code: 'CONFLICT',
    message: `Its tag ${isolated(key)} is ${value === null ? 'gone' : `“${isolated(value)}”`} by now.`,
    hint: 'Look again, then decide anew.',
  })
