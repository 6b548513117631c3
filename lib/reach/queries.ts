import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { PoolRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import {
  completeIamAction,
  describeCutOff,
  describeReach,
  describeUnnamedReach,
  foreseeReach,
  listVouchers,
} from './actions.ts'

const FIVE_MINUTES = 300_000

/** Who of a pool reaches what. It is read once a visit, as IAM answers few calls a second. */
export const poolReach = (pool: PoolRef) =>
  queryOptions({
    queryKey: ['reach', pool.connectionId, pool.poolId] as const,
    queryFn: () => unwrap(describeReach({ pool })),
    staleTime: FIVE_MINUTES,
  })

/** What roles reach that trust a pool and that it does not name; read when somebody asks for it. */
export const unnamedReach = (pool: PoolRef) =>
  queryOptions({
    queryKey: [...poolReach(pool).queryKey, 'unnamed'] as const,
    queryFn: () => unwrap(describeUnnamedReach({ pool })),
    staleTime: FIVE_MINUTES,
  })

/** What a pool's credentials are cut off with, and how long they live otherwise. */
export const poolCutOff = (pool: PoolRef) =>
  queryOptions({
    queryKey: [...poolReach(pool).queryKey, 'cut off'] as const,
    queryFn: () => unwrap(describeCutOff({ pool })),
    staleTime: FIVE_MINUTES,
  })

type Change = Omit<Parameters<typeof foreseeReach>[0], 'pool'>

/** What a change gives to whom, before it is saved. */
export const foreseenReach = (pool: PoolRef, change: Change) =>
  queryOptions({
    queryKey: [...poolReach(pool).queryKey, 'foreseen', change] as const,
    queryFn: () => unwrap(foreseeReach({ pool, ...change })),
    staleTime: FIVE_MINUTES,
  })

/** What the beginning of an action may become. */
export const actionSuggestions = (pool: PoolRef, text: string) =>
  queryOptions({
    queryKey: ['iam-actions', pool.connectionId, text] as const,
    queryFn: () => unwrap(completeIamAction({ pool, text })),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  })

/** Which roles may make tokens for a pool's developer users, page by page. */
export const poolVouchers = (pool: PoolRef) =>
  infiniteQueryOptions({
    queryKey: ['reach', pool.connectionId, pool.poolId, 'vouchers'] as const,
    queryFn: ({ pageParam }) => unwrap(listVouchers({ pool, cursor: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: Infinity,
  })
