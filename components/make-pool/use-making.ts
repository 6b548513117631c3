'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { makePool, notBegun, type Making } from '#lib/pool-creation/make-pool.ts'
import type { MakingPlan } from '#lib/pool-creation/pool-inputs.ts'
import { poolKeys } from '#lib/pools/queries.ts'
import { tellSaved } from '../save/tell-saved.ts'
import { useOperation } from '../use-operation.ts'

type Attempt = { plan: MakingPlan; from: Making }

type Heard = {
  onMade?: ((poolId: string) => void) | undefined
  /** The page says by itself that the pool is complete: a message would only lie over that. */
  isSaid?: boolean
}

/** The making of a pool: each attempt goes on where the one before stopped; of another plan it is another act. */
export function useMaking({ onMade, isSaid = false }: Heard) {
  const queryClient = useQueryClient()
  const [making, setMaking] = useState(notBegun)
  const act = useOperation<Attempt, Making>({
    mutationFn: ({ input: { plan, from }, operationId }) => makePool(plan, operationId, from, setMaking),
    meta: { handled: true },
    onSettled: (_, __, { input }) =>
      queryClient.invalidateQueries({ queryKey: poolKeys.all(input.plan.place.connectionId) }),
  })
  const plan = act.variables?.input.plan ?? null
  const attempt = (next: MakingPlan, from: Making) => {
    if (act.isError && JSON.stringify(next) !== JSON.stringify(plan)) act.renew()
    act.run(
      { plan: next, from },
      {
        onSuccess({ poolId, untaken }) {
          if (!isSaid || untaken.length > 0) tellSaved(`Created ${next.place.name}`, untaken)
          if (poolId !== null) onMade?.(poolId)
        },
      },
    )
  }
  return {
    act,
    plan,
    making,
    make: (next: MakingPlan) => attempt(next, making),
    leaveOut(next: MakingPlan, key: string) {
      const from = { ...making, leftOut: [...making.leftOut, key] }
      setMaking(from)
      attempt(next, from)
    },
  }
}
