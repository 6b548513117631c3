import { queryOptions } from '@tanstack/react-query'
import { unwrap } from '../core/result.ts'
import { describeCaller, listConnections, testConnection } from './actions.ts'

/** The usable connections and the actor; they change only with a restart of the server. */
export const consoleSession = () =>
  queryOptions({
    queryKey: ['connections'] as const,
    queryFn: () => unwrap(listConnections({})),
    staleTime: Infinity,
  })

const CALLER_FRESH_MS = 300_000

/** Whose credentials a connection to AWS uses. */
export const connectionCaller = (connectionId: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'caller'] as const,
    queryFn: () => unwrap(describeCaller({ connectionId })),
    staleTime: CALLER_FRESH_MS,
  })

/** A test of a connection in one of its Regions; asked for, never by itself. */
export const connectionTest = (connectionId: string, region: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'test', region] as const,
    queryFn: () => unwrap(testConnection({ connectionId, region })),
    enabled: false,
    staleTime: 0,
  })
