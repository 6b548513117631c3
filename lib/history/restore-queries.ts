import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { StoredConfiguration } from './stored-configuration.ts'
import { keepSaved } from '../client/keep-saved.ts'
import { AppError } from '../core/errors.ts'
import type { Saved } from '../facts/saved.ts'
import { write } from '../operation/write.ts'
import { updateIdentityPool } from '../pools/actions.ts'
import type { PoolRef } from '../core/refs.ts'
import { poolDetail } from '../pools/queries.ts'
import { setPrincipalTagAttributeMap } from '../principal-tags/actions.ts'
import { principalTagsOf } from '../principal-tags/queries.ts'
import { poolRoles, saveRoles } from '../roles/queries.ts'
import type { PoolTags } from '../pools/pool-tags.ts'
import { poolTags, saveTags } from '../pools/tag-queries.ts'
import type { Present, RestoreCall } from './plan-restore.ts'

/** Reads the configuration as it is now, of the kind of a stored one, past everything that is cached. */
export async function readPresent(pool: PoolRef, stored: StoredConfiguration, client: QueryClient): Promise<Present> {
  const { kind } = stored
  if (kind === 'pool') return { kind, pool: await client.query({ ...poolDetail(pool), staleTime: 0 }) }
  if (kind === 'roles') return { kind, roles: await client.query({ ...poolRoles(pool), staleTime: 0 }) }
  if (kind === 'tags') return { kind, tags: await client.query({ ...poolTags(pool), staleTime: 0 }) }
  const query = principalTagsOf(pool, [stored.principalTags.provider])
  const [principalTags] = await client.query({ ...query, staleTime: 0 })
  if (!principalTags) throw new AppError({ code: 'UNEXPECTED', message: 'The answer has no principal tags.' })
  return { kind, principalTags }
}

export const presentConfiguration = (pool: PoolRef, stored: StoredConfiguration, client: QueryClient) =>
  mutationOptions({
    mutationFn: () => readPresent(pool, stored, client),
    meta: { failure: 'The present configuration could not be read' },
  })

type Restore = { call: RestoreCall; operationId: string; onStep: (present: Present) => void }

/** Puts an earlier configuration in place of the present one. Errors: `CONFLICT` when that is not what was seen. */
export async function restoreConfiguration(
  pool: PoolRef,
  client: QueryClient,
  { call, operationId, onStep }: Restore,
): Promise<Saved<Present>> {
  const { kind } = call
  if (kind === 'roles') {
    const saved = await saveRoles(pool, client, { seen: call.seen, roles: call.roles, operationId })
    return of(saved, (roles) => ({ kind, roles }))
  }
  if (kind === 'tags') {
    const save = { base: call.seen, next: call.next, operationId, onStep: (tags: PoolTags) => onStep({ kind, tags }) }
    const saved = await saveTags(pool, client, save)
    return of(saved, (tags) => ({ kind, tags }))
  }
  if (kind === 'pool') {
    const update = write(updateIdentityPool, { pool, seen: call.seen, change: call.change }, operationId)
    return of(await keepSaved(client, poolDetail(pool).queryKey, update), (now) => ({ kind, pool: now }))
  }
  const saved = await write(setPrincipalTagAttributeMap, { pool, seen: call.seen, ...call.principalTags }, operationId)
  return of(saved, (principalTags) => ({ kind, principalTags }))
}

const of = <T>({ value, untaken }: Saved<T>, present: (value: T) => Present): Saved<Present> => ({
  value: value === null ? null : present(value),
  untaken,
})
