'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { errorShape } from '#lib/core/errors.ts'
import { newOperationId } from '#lib/core/operation-id.ts'
import { makePool, notBegun, type Making } from '#lib/pool-creation/make-pool.ts'
import type { MakingPlan } from '#lib/pool-creation/pool-inputs.ts'
import { poolKeys } from '#lib/pools/queries.ts'

type Attempt = { plan: MakingPlan; from: Making; operationId: string }

/**
 * The making of a pool: each attempt goes on where the one before stopped. Attempts are one act until one of them
 * failed for certain, or the plan is another.
 */
export function useMaking(onMade?: (plan: MakingPlan, made: Making) => void) {
  const queryClient = useQueryClient()
  const [making, setMaking] = useState(notBegun)
  const act = useRef<{ id: string; plan: string } | null>(null)
  const busy = useRef(false)
  const mutation = useMutation({
    mutationFn: ({ plan, from, operationId }: Attempt) => makePool(plan, operationId, from, setMaking),
    meta: { handled: true },
    onError(error) {
      if (errorShape(error).code !== 'UNKNOWN_OUTCOME') act.current = null
    },
    onSuccess: (made, { plan }) => onMade?.(plan, made),
    onSettled(_, __, { plan }) {
      busy.current = false
      return queryClient.invalidateQueries({ queryKey: poolKeys.all(plan.place.connectionId) })
    },
  })
  const attempt = (plan: MakingPlan, from: Making) => {
    if (busy.current) return
    busy.current = true
    const said = JSON.stringify(plan)
    if (act.current?.plan !== said) act.current = { id: newOperationId(), plan: said }
    mutation.mutate({ plan, from, operationId: act.current.id })
  }
  const make = (plan: MakingPlan) => attempt(plan, making)
  const leaveOut = (plan: MakingPlan, key: string) => {
    const from = { ...making, leftOut: [...making.leftOut, key] }
    setMaking(from)
    attempt(plan, from)
  }
  const { isPending: running, isSuccess: complete, error, variables } = mutation
  return { making, plan: variables?.plan ?? null, running, complete, error, make, leaveOut }
}
