'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { grouped } from '#lib/core/grouped.ts'
import { CHANGED } from '#lib/identities/seen-identity.ts'
import { poolKeys } from '#lib/pools/queries.ts'
import { BatchDialog } from '../batch/batch-dialog.tsx'
import type { BatchWords } from '../batch/batch-words.ts'
import { useBatch } from '../batch/use-batch.ts'
import { isChange, type ChangePlan, type PoolPlan } from './pool-plan.ts'
import { PoolsInQuestion } from './pools-in-question.tsx'
import { refusalOf } from './refusal-of.ts'

type ChangePoolsDialogProps<T> = {
  connectionId: string
  words: Pick<BatchWords, 'verb'>
  plans: readonly PoolPlan<T>[]
  /** What is still to be given, or null. */
  missing: string | null
  /** Changes one pool. */
  send: (plan: ChangePlan<T>, act: { operationId: string; runId: string }) => Promise<void>
  /** Whether a pool is as wanted, read anew. */
  settled: (plan: ChangePlan<T>) => Promise<boolean>
  /** Begins anew with what is there now. */
  onLook: () => void
  onClose: () => void
  children?: ReactNode
}

const poolCount = (count: number) => (count === 1 ? '1 pool' : `${grouped(count)} pools`)

/** One act on several pools: what it does to each, then one after the other, and what is left with its reason. */
export function ChangePoolsDialog<T>(props: ChangePoolsDialogProps<T>) {
  const { connectionId, plans, missing, send, settled, onLook, onClose, children } = props
  const client = useQueryClient()
  const keyOf = (poolId: string) => poolKeys.detail({ connectionId, poolId })
  const [begun, setBegun] = useState<ChangePlan<T>[] | null>(null)
  const chosen = begun ?? plans.filter(isChange)
  const planOf = (id: string | undefined) => chosen.find(({ poolId }) => poolId === id)
  const words: BatchWords = {
    ...props.words,
    noun: 'change',
    past: 'changed',
    count: poolCount,
    left: 'Pools that were not changed',
    open: 'Pools that may or may not be changed',
    meanings: {},
    things: { head: 'Pool', nameOf: (id) => plans.find(({ poolId }) => poolId === id)?.name ?? id },
    harmless: true,
  }
  const batch = useBatch({
    words,
    ids: chosen.map(({ poolId }) => poolId),
    size: 1,
    async send([id], act) {
      const plan = planOf(id)
      if (!plan) return { refused: [] }
      return send(plan, act).then(
        () => ({ refused: [] }),
        (error: unknown) => ({ refused: [refusalOf(plan.poolId, error)] }),
      )
    },
    settled: async (id) => {
      const plan = planOf(id)
      return plan !== undefined && (await settled(plan))
    },
    done(ids) {
      for (const id of ids) void client.invalidateQueries({ queryKey: keyOf(id) })
    },
  })
  function look() {
    for (const { poolId } of plans) void client.resetQueries({ queryKey: keyOf(poolId) })
    onLook()
  }
  const isOther = batch.state?.refused.some(({ code }) => code === CHANGED) ?? false
  const reading = plans.some(({ kind }) => kind === 'reading')
  return (
    <BatchDialog
      words={words}
      batch={{
        ...batch,
        start() {
          setBegun(chosen)
          batch.start()
        },
      }}
      wide
      count={chosen.length || plans.length}
      missing={
        missing ?? (reading ? 'The pools are being read.' : chosen.length === 0 ? 'There is nothing to change.' : null)
      }
      look={isOther ? { pending: false, onLook: look } : null}
      onClose={onClose}
    >
      {children}
      {missing === null && <PoolsInQuestion plans={plans} />}
    </BatchDialog>
  )
}
