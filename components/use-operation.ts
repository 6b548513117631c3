'use client'

import { useMutation, type UseMutationOptions } from '@tanstack/react-query'
import { useRef } from 'react'
import { newOperationId } from '#lib/core/operation-id.ts'
import { errorShape } from '#lib/core/errors.ts'
import type { Act } from '#lib/operation/write.ts'

type Heard<T> = { onSuccess?: (value: T, operationId: string) => void; onError?: (error: Error) => void }

/**
 * A mutation as one act of the dialog that shows it: presses while it runs, or after it succeeded, do nothing, and one
 * after an unknown outcome repeats the same act. A new act begins after a failure that changed nothing, or by `renew`.
 */
export function useOperation<I, T>(options: UseMutationOptions<T, Error, Act<I>>) {
  const act = useRef<{ id: string | null; over: boolean }>({ id: null, over: false })
  const { mutate, reset, ...mutation } = useMutation(options)
  return {
    ...mutation,
    run(input: I, { onSuccess, onError }: Heard<T> = {}) {
      if (act.current.over) return
      const operationId = act.current.id ?? newOperationId()
      act.current = { id: operationId, over: true }
      mutate(
        { input, operationId },
        {
          onSuccess: (value) => onSuccess?.(value, operationId),
          onError(error) {
            const { code } = errorShape(error)
            const isOpen = code === 'UNKNOWN_OUTCOME' || code === 'NOT_READ_BACK'
            act.current = { id: isOpen ? operationId : null, over: code === 'NOT_READ_BACK' }
            onError?.(error)
          },
        },
      )
    },
    renew() {
      act.current = { id: null, over: false }
      reset()
    },
  }
}
