import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { IdentityRef, PoolRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import {
  countAuditEntries,
  describeAuditEntry,
  describeIdentityFate,
  listAuditEntries,
  listIdentityHistory,
  listPoolHistory,
  listRun,
} from './actions.ts'
import type { AuditCursor, AuditPage } from './audit-entry.ts'
import type { HistoryFilter } from './history-filter.ts'
import type { AuditFilter } from './audit-filter.ts'

export const auditKeys = {
  pool: (pool: PoolRef) => ['audit', 'pool', pool.connectionId, pool.poolId] as const,
  identity: ({ connectionId, identityId }: IdentityRef) => ['audit', 'identity', connectionId, identityId] as const,
}

const paged = {
  initialPageParam: undefined as AuditCursor | undefined,
  getNextPageParam: (page: AuditPage) => page.nextCursor ?? undefined,
}

/** A pool's history; asked for again whenever the tab opens, since every write adds to it. */
export const poolHistory = (pool: PoolRef, show: HistoryFilter) =>
  infiniteQueryOptions({
    queryKey: [...auditKeys.pool(pool), show] as const,
    queryFn: ({ pageParam }) => unwrap(listPoolHistory({ pool, show, cursor: pageParam })),
    ...paged,
    staleTime: 0,
  })

/** A pool's newest changes, read anew for everything that is `found` changed. */
export const newestChanges = (pool: PoolRef, found: string) =>
  queryOptions({
    queryKey: [...auditKeys.pool(pool), 'newest', found] as const,
    queryFn: () => unwrap(listPoolHistory({ pool, show: 'changes' })),
  })

/** The newest entries about an identity. */
export const identityHistory = (identity: IdentityRef) =>
  queryOptions({
    queryKey: auditKeys.identity(identity),
    queryFn: () => unwrap(listIdentityHistory({ identity })),
  })

/** What became of an identity; whatever puts its history right puts this right too. */
export const identityFate = (identity: IdentityRef) =>
  queryOptions({
    queryKey: [...auditKeys.identity(identity), 'fate'] as const,
    queryFn: () => unwrap(describeIdentityFate({ identity })),
  })

/** The audit log under a filter; what happens meanwhile appears when it is asked for again. */
export const auditLog = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'log', filter] as const,
    queryFn: ({ pageParam }) => {
      const { connection, ...asked } = filter
      const connectionId = connection ?? undefined
      return unwrap(listAuditEntries({ filter: asked, connectionId, cursor: pageParam }))
    },
    ...paged,
    staleTime: Infinity,
  })

/** How much happened when, over the time that a filter asks for. */
export const operationCounts = ({ from, to, connection }: Pick<AuditFilter, 'from' | 'to' | 'connection'>) =>
  queryOptions({
    queryKey: ['audit', 'counts', from, to, connection] as const,
    queryFn: () => unwrap(countAuditEntries({ over: { from, to }, connectionId: connection ?? undefined })),
  })

/** The operations of one run. */
export const runEntries = (runId: string) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'run', runId] as const,
    queryFn: ({ pageParam }) => unwrap(listRun({ runId, cursor: pageParam })),
    ...paged,
  })

/** One entry by its operation's id. */
export const auditEntry = (operationId: string) =>
  queryOptions({
    queryKey: ['audit', 'entry', operationId] as const,
    queryFn: () => unwrap(describeAuditEntry({ operationId })),
  })
