'use client'

import { useQueryClient, type UseMutationOptions } from '@tanstack/react-query'
import { useOperation } from '#components/use-operation.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { writing, type Act, type WriteAction } from '#lib/operation/write.ts'
import { retentionKeys } from '#lib/retention/queries.ts'

/** An act on a pool's rules, which are read anew after it. `heard`: once it worked. */
export function useRuleAct<I, T>(pool: PoolRef, action: WriteAction<I, T>, heard?: () => void) {
  return useRuleOperation(pool, writing(action), heard)
}

/** The same of an act that is more than one action. */
export function useRuleOperation<I, T>(
  pool: PoolRef,
  options: UseMutationOptions<T, Error, Act<I>>,
  heard?: () => void,
) {
  const client = useQueryClient()
  const { run, renew, ...act } = useOperation(options)
  const look = () => void client.invalidateQueries({ queryKey: retentionKeys.pool(pool) })
  return {
    ...act,
    /** Reads the rules anew. */
    look,
    press: (input: I) =>
      run(input, {
        onSuccess() {
          renew()
          look()
          heard?.()
        },
      }),
  }
}
