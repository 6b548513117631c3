'use client'

import { useState } from 'react'
import type { PoolRef } from '#lib/core/refs.ts'
import { tokenTracing } from '#lib/login-tokens/queries.ts'
import { isOpenEnd } from '../save/act-status.tsx'
import { useOperation } from '../use-operation.ts'

type Asked = { provider: string; token: string; reason: string | null }

/**
 * Asks which identity a token signs in to. Another call tells the truth after one whose answer was lost, and names that
 * one: what it made was not there before. Another token begins anew, by `forget`.
 */
export function useTracing(pool: PoolRef) {
  const tracing = useOperation(tokenTracing)
  const [lost, setLost] = useState<string | null>(null)
  return {
    ...tracing,
    ask(asked: Asked) {
      const afterLost = lost ?? (isOpenEnd(tracing.error) ? (tracing.variables?.operationId ?? null) : null)
      setLost(afterLost)
      tracing.renew()
      tracing.run({ pool, ...asked, ...(afterLost !== null && { afterLost }) })
    },
    /** What was told belongs to no question any more. */
    forget() {
      setLost(null)
      tracing.renew()
    },
  }
}
