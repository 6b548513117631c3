'use client'

import { useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useId, useState } from 'react'
import { FailureState } from '#components/failure-state.tsx'
import { ReadOnlyNote } from '#components/read-only-note.tsx'
import { Button } from '#components/ui/button.tsx'
import { useDenial } from '#components/use-denial.ts'
import { poolSnapshot } from '#lib/code/queries.ts'
import type { PoolSnapshot } from '#lib/code/snapshot.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Present } from '#lib/history/plan-restore.ts'
import { readPresent } from '#lib/history/restore-queries.ts'
import type { StoredConfiguration } from '#lib/history/stored-configuration.ts'
import { toApply } from '#lib/import/compare/to-apply.ts'
import type { CompletedPool } from '#lib/import/described/completed-pool.ts'

const RestoreDialog = dynamic(() => import('#components/restore/restore-dialog.tsx'), { ssr: false })

const nouns = { pool: 'settings', roles: 'roles', 'principal-tags': 'principal tags', tags: 'tags' }
const words = { save: 'Apply', saved: 'Applied' }

type Step = { stored: StoredConfiguration; present: Present; later: StoredConfiguration[]; isSaved: boolean }
type ApplyDifferencesProps = { told: CompletedPool; present: PoolSnapshot; pool: PoolRef }

/** Brings a pool to what a text tells, one review for each kind of configuration; what it does not tell stays. */
export function ApplyDifferences({ told, present, pool }: ApplyDifferencesProps) {
  const client = useQueryClient()
  const note = useId()
  const denied = useDenial(pool.connectionId, 'pools:update')
  const [step, setStep] = useState<Step | null>(null)
  const [error, setError] = useState<unknown>(null)
  const all = toApply(told, present)
  if (all.length === 0 && step === null) return null
  const open = async ([stored, ...later]: StoredConfiguration[]) => {
    setError(null)
    if (!stored) {
      setStep(null)
      return client.invalidateQueries({ queryKey: poolSnapshot(pool).queryKey })
    }
    try {
      setStep({ stored, present: await readPresent(pool, stored, client), later, isSaved: false })
    } catch (error_) {
      setStep(null)
      setError(error_)
    }
    return undefined
  }
  return (
    <div className="space-y-3">
      <Button disabled={denied !== null} onClick={() => void open(all)}>
        Apply differences…
      </Button>
      <ReadOnlyNote id={note} denied={denied} />
      {error !== null && (
        <FailureState title="The pool could not be read" error={error} onRetry={() => void open(all)} compact />
      )}
      {step && (
        <RestoreDialog
          key={`${step.stored.kind} ${step.later.length}`}
          pool={pool}
          title={`Apply the ${nouns[step.stored.kind]} of the text`}
          stored={step.stored}
          present={step.present}
          words={words}
          onSaved={() => setStep({ ...step, isSaved: true })}
          onClose={() => void open(step.isSaved ? step.later : [])}
        />
      )}
    </div>
  )
}
