import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { keepSaved } from '../client/keep-saved.ts'
import type { PoolRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import { write } from '../operation/write.ts'
import { poolKeys } from '../pools/queries.ts'
import { getIdentityPoolRoles, setIdentityPoolRoles } from './actions.ts'
import type { RoleSettings } from './pool-roles.ts'

export const poolRoles = (pool: PoolRef) =>
  queryOptions({
    queryKey: [...poolKeys.detail(pool), 'roles'] as const,
    queryFn: () => unwrap(getIdentityPoolRoles({ pool })),
  })

type RolesSave = { seen: string; roles: RoleSettings; operationId: string }

export const saveRoles = (pool: PoolRef, client: QueryClient, { operationId, ...change }: RolesSave) =>
  keepSaved(client, poolRoles(pool).queryKey, write(setIdentityPoolRoles, { pool, ...change }, operationId))
