import { queryOptions } from '@tanstack/react-query'
import type { PoolRef } from '../pools/pool-ref.ts'
import { poolKeys } from '../pools/queries.ts'
import { unwrap } from '../result.ts'
import { getIdentityPoolRoles } from './actions.ts'

export const poolRoles = (pool: PoolRef) =>
  queryOptions({
    queryKey: [...poolKeys.detail(pool), 'roles'] as const,
    queryFn: () => unwrap(getIdentityPoolRoles({ pool })),
  })
