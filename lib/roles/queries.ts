import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { PoolRef } from '../core/refs.ts'
import { poolKeys } from '../pools/queries.ts'
import { unwrap } from '../core/result.ts'
import { savedValue } from '../facts/saved.ts'
import { getIdentityPoolRoles, setIdentityPoolRoles } from './actions.ts'
import type { RoleSettings } from './pool-roles.ts'

export const poolRoles = (pool: PoolRef) =>
  queryOptions({
    queryKey: [...poolKeys.detail(pool), 'roles'] as const,
    queryFn: () => unwrap(getIdentityPoolRoles({ pool })),
  })

export const roleReplacement = (pool: PoolRef) =>
  mutationOptions({
    mutationFn: async (change: { seen: string; roles: RoleSettings }) =>
      savedValue(await unwrap(setIdentityPoolRoles({ pool, ...change }))),
    meta: { handled: true },
  })
