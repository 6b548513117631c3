import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { StoredConfiguration } from './stored-configuration.ts'
import { AppError } from '../core/errors.ts'
import { updateIdentityPool } from '../pools/actions.ts'
import type { PoolRef } from '../core/refs.ts'
import { poolDetail } from '../pools/queries.ts'
import { setPrincipalTagAttributeMap } from '../principal-tags/actions.ts'
import { principalTagsOf } from '../principal-tags/queries.ts'
import { unwrap } from '../core/result.ts'
import { setIdentityPoolRoles } from '../roles/actions.ts'
import { poolRoles } from '../roles/queries.ts'
import { poolTags, saveTags } from '../pools/tag-queries.ts'
import type { Present, RestoreCall } from './plan-restore.ts'

/** Reads the configuration as it is now, of the kind of a stored one, past everything that is cached. */
export const presentConfiguration = (pool: PoolRef, stored: StoredConfiguration, queryClient: QueryClient) =>
  mutationOptions({
    mutationFn: async (): Promise<Present> => {
      const { kind } = stored
      if (kind === 'pool') return { kind, pool: await queryClient.query({ ...poolDetail(pool), staleTime: 0 }) }
      if (kind === 'roles') return { kind, roles: await queryClient.query({ ...poolRoles(pool), staleTime: 0 }) }
      if (kind === 'tags') return { kind, tags: await queryClient.query({ ...poolTags(pool), staleTime: 0 }) }
      const query = principalTagsOf(pool, [stored.principalTags.provider])
      const [principalTags] = await queryClient.query({ ...query, staleTime: 0 })
      if (!principalTags) throw new AppError({ code: 'UNEXPECTED', message: 'The answer has no principal tags.' })
      return { kind, principalTags }
    },
    meta: { failure: 'The present configuration could not be read' },
  })

/** Puts an earlier configuration in place of the present one. Errors: `CONFLICT` when that is not what was seen. */
export const configurationRestore = (pool: PoolRef) =>
  mutationOptions({
    mutationFn: async (call: RestoreCall): Promise<void> => {
      if (call.kind === 'pool') await unwrap(updateIdentityPool({ pool, seen: call.seen, change: call.change }))
      else if (call.kind === 'roles') await unwrap(setIdentityPoolRoles({ pool, seen: call.seen, roles: call.roles }))
      else if (call.kind === 'tags') await saveTags(pool, { seen: call.seen, next: call.next, onStep: () => undefined })
      else await unwrap(setPrincipalTagAttributeMap({ pool, seen: call.seen, ...call.principalTags }))
    },
    meta: { handled: true },
  })
