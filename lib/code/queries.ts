import { queryOptions } from '@tanstack/react-query'
import { describeIdentityPool } from '../pools/actions.ts'
import type { PoolRef } from '../core/refs.ts'
import { poolKeys } from '../pools/queries.ts'
import { getPrincipalTagAttributeMaps } from '../principal-tags/actions.ts'
import { everTagged } from '../principal-tags/principal-tags.ts'
import { unwrap } from '../core/result.ts'
import { getIdentityPoolRoles } from '../roles/actions.ts'
import type { PoolSnapshot } from './snapshot.ts'

/** A pool with its roles and principal tags, read anew and together. */
export const poolSnapshot = (pool: PoolRef) =>
  queryOptions({
    queryKey: [...poolKeys.detail(pool), 'snapshot'] as const,
    queryFn: async (): Promise<PoolSnapshot> => {
      const [detail, roles] = await Promise.all([
        unwrap(describeIdentityPool({ pool })),
        unwrap(getIdentityPoolRoles({ pool })),
      ])
      const providers = everTagged(detail, roles.mappings)
      const principalTags = providers.length > 0 ? await unwrap(getPrincipalTagAttributeMaps({ pool, providers })) : []
      return { pool: detail, roles, principalTags }
    },
  })
