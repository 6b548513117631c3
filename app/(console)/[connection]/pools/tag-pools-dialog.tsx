'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ChangePoolsDialog } from '#components/many-pools/change-pools-dialog.tsx'
import { usePoolPlans } from '#components/many-pools/use-pool-plans.ts'
import { TextField } from '#components/ui/text-field.tsx'
import type { Pool, PoolSummary } from '#lib/pools/pool.ts'
import { planOfTag, type TagAct } from '#lib/pools/one-tag.ts'
import { changeOneTag, hasTagAsWanted } from '#lib/pools/one-tag-queries.ts'
import { tagKeySchema, tagValueSchema } from '#lib/pools/tag-rows.ts'
import { RemovedTagField } from './removed-tag-field.tsx'

type TagPoolsDialogProps = {
  connectionId: string
  pools: readonly PoolSummary[]
  kind: TagAct['kind']
  onLook: () => void
  onClose: () => void
}

const verbs: Record<TagAct['kind'], string> = { add: 'Add a tag to', remove: 'Remove a tag from' }

/** Adds one tag to several pools, or removes it from them. */
export function TagPoolsDialog({ connectionId, pools, kind, onLook, onClose }: TagPoolsDialogProps) {
  const client = useQueryClient()
  const [key, setKey] = useState('')
  const [value, setValue] = useState('')
  const act: TagAct = kind === 'add' ? { kind, key, value } : { kind, key }
  const plans = usePoolPlans(connectionId, pools, (detail) => planned(detail, act))
  const problems = {
    key: tagKeySchema.safeParse(key).error?.issues[0]?.message,
    value: tagValueSchema.safeParse(value).error?.issues[0]?.message,
  }
  const ref = (poolId: string) => ({ connectionId, poolId })
  return (
    <ChangePoolsDialog
      connectionId={connectionId}
      words={{ verb: verbs[kind] }}
      plans={plans}
      missing={kind === 'remove' && key === '' ? 'Choose a tag.' : (problems.key ?? problems.value ?? null)}
      send={({ poolId, what }, { operationId, runId }) =>
        changeOneTag(ref(poolId), client, { ...what, operationId, runId })
      }
      settled={({ poolId, what }) => hasTagAsWanted(ref(poolId), client, what.act)}
      onLook={onLook}
      onClose={onClose}
    >
      {kind === 'remove' ? (
        <RemovedTagField connectionId={connectionId} pools={pools} value={key} onChange={setKey} />
      ) : (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label="Key"
            mono
            autoComplete="off"
            value={key}
            error={key === '' ? undefined : problems.key}
            onChange={(event) => setKey(event.target.value)}
          />
          <TextField
            label="Value"
            mono
            optional
            autoComplete="off"
            value={value}
            error={problems.value}
            onChange={(event) => setValue(event.target.value)}
          />
        </div>
      )}
    </ChangePoolsDialog>
  )
}

function planned({ tags }: Pool, act: TagAct) {
  const plan = planOfTag(tags, act)
  return plan.kind === 'change'
    ? { kind: plan.kind, changes: plan.changes, notes: [], what: { act, seen: plan.seen } }
    : { kind: 'left' as const, why: plan.why }
}
