import { queryOptions } from '@tanstack/react-query'
import { unwrap } from '../core/result.ts'
import { describeErasure } from './actions.ts'

/** An erasure as the log has it. */
export const loggedErasure = (runId: string) =>
  queryOptions({
    queryKey: ['erasure', runId] as const,
    queryFn: () => unwrap(describeErasure({ runId })),
    staleTime: Infinity,
  })
