import { queryOptions } from '@tanstack/react-query'
import { unwrap } from '../core/result.ts'
import { listConnections } from './actions.ts'

/** The usable connections and the actor; they change only with a restart of the server. */
export const consoleSession = () =>
  queryOptions({
    queryKey: ['connections'] as const,
    queryFn: () => unwrap(listConnections({})),
    staleTime: Infinity,
  })
