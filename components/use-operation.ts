'use client'

import { useMutation, type UseMutationOptions } from '@tanstack/react-query'
import { useRef } from 'react'
import { newOperationId } from '#lib/core/operation-id.ts'
import { errorShape } from '#lib/core/errors.ts'

type Named = { operationId: string }

/**
 * A mutation as one act of the dialog that shows it: presses while it runs, or after it succeeded, are the same act. A
 * new one begins after a failure that changed nothing.
 */
export function useOperation<T, V extends Named>(options: UseMutationOptions<T, Error, V>) {
  const id = useRef<string | null>(null)
  const { mutate, ...mutation } = useMutation<T, Error, V>({
    ...options,
    onError(error, ...rest) {
      if (errorShape(error).code !== 'UNKNOWN_OUTCOME') id.current = null
      return options.onError?.(error, ...rest)
    },
  })
  return {
    ...mutation,
    run(variables: Omit<V, 'operationId'>) {
      if (id.current !== null) return
      id.current = newOperationId()
      mutate({ ...variables, operationId: id.current } as V)
    },
  }
}
