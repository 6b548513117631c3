'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { makePool, makingSteps, type Making } from '#lib/pool-creation/make-pool.ts'
import type { NewPlace } from '#lib/pool-creation/pool-inputs.ts'
import type { Snapshot } from '#lib/code/snapshot.ts'
import { poolKeys } from '#lib/pools/queries.ts'

type Attempt = { to: NewPlace; secrets: Record<string, string>; from: Making }

/** The making of a pool: each attempt goes on where the one before stopped. */
export function useMaking(snapshot: Snapshot) {
  const queryClient = useQueryClient()
  const [making, setMaking] = useState<Making>({ poolId: null, done: [], leftOut: [] })
  const mutation = useMutation({
    mutationFn: ({ to, secrets, from }: Attempt) => makePool(to, snapshot, secrets, from, setMaking),
    meta: { handled: true },
    onSettled: (_, __, { to }) => queryClient.invalidateQueries({ queryKey: poolKeys.all(to.connectionId) }),
  })
  return { making, setMaking, mutation, steps: makingSteps(snapshot) }
}
