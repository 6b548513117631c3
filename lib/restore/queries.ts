import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { updateIdentityPool } from '../pools/actions.ts'
import type { PoolRef } from '../pools/pool-ref.ts'
import { poolDetail } from '../pools/queries.ts'
import { unwrap } from '../result.ts'
import { setIdentityPoolRoles } from '../roles/actions.ts'
import { poolRoles } from '../roles/queries.ts'
import type { Present, RestoreCall } from './plan-restore.ts'

/** Reads the configuration as it is now, past everything that is cached. */
export const presentConfiguration = (pool: PoolRef, queryClient: QueryClient) =>
  mutationOptions({
    mutationFn: async (kind: Present['kind']): Promise<Present> =>
      kind === 'pool'
        ? { kind, pool: await queryClient.query({ ...poolDetail(pool), staleTime: 0 }) }
        : { kind, roles: await queryClient.query({ ...poolRoles(pool), staleTime: 0 }) },
    meta: { failure: 'The present configuration could not be read' },
  })

/** Puts an earlier configuration in place of the present one. Errors: `CONFLICT` when that is not what was seen. */
export const configurationRestore = (pool: PoolRef) =>
  mutationOptions({
    mutationFn: async (call: RestoreCall): Promise<void> => {
      if (call.kind === 'pool') await unwrap(updateIdentityPool({ pool, seen: call.seen, change: call.change }))
      else await unwrap(setIdentityPoolRoles({ pool, seen: call.seen, roles: call.roles }))
    },
    meta: { handled: true },
  })
