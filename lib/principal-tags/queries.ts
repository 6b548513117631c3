import { queryOptions } from '@tanstack/react-query'
import type { PoolRef } from '../core/refs.ts'
import { poolKeys } from '../pools/queries.ts'
import { unwrap } from '../core/result.ts'
import { getPrincipalTagAttributeMaps } from './actions.ts'

/** Every reading of a pool's principal tags. */
export const principalTagKeys = (pool: PoolRef) => [...poolKeys.detail(pool), 'principal-tags'] as const

/** The principal tags of a pool's providers, named as `taggedProviders` names them. */
export const principalTagsOf = (pool: PoolRef, providers: string[]) =>
  queryOptions({
    queryKey: [...principalTagKeys(pool), providers] as const,
    queryFn: () => unwrap(getPrincipalTagAttributeMaps({ pool, providers })),
  })
