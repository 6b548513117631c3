'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import ReviewDialog from '#components/save/review-dialog.tsx'
import { auditKeys } from '#lib/history/queries.ts'
import type { StoredConfiguration } from '#lib/history/stored-configuration.ts'
import { errorShape } from '#lib/core/errors.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolKeys } from '#lib/pools/queries.ts'
import { changesBetween, planRestore, type Present } from '#lib/history/plan-restore.ts'
import { restoreCommand } from '#lib/history/restore-command.ts'
import { configurationRestore, presentConfiguration } from '#lib/history/restore-queries.ts'
import { secretsToAsk } from '#lib/history/restored-pool.ts'
import { toast } from '#lib/client/toast.ts'
import { SecretDialog } from './secret-dialog.tsx'

type RestoreDialogProps = {
  pool: PoolRef
  title: string
  stored: StoredConfiguration
  /** The configuration that the review compares with. */
  present: Present
  onPresent: (present: Present) => void
  onClose: () => void
}

/** Shows what going back to an earlier configuration changes, asks for secrets that were not kept, and does it. */
export default function RestoreDialog({ pool, title, stored, present, onPresent, onClose }: RestoreDialogProps) {
  const queryClient = useQueryClient()
  const [secrets, setSecrets] = useState<Record<string, string>>({})
  const [theirs, setTheirs] = useState<Present | null>(null)
  const reading = useMutation(presentConfiguration(pool, stored, queryClient))
  const restore = useMutation(configurationRestore(pool))

  const asked =
    stored.kind === 'pool' && present.kind === 'pool'
      ? secretsToAsk(stored.pool, present.pool).find((provider) => secrets[provider] === undefined)
      : undefined
  if (asked !== undefined)
    return (
      <SecretDialog
        key={asked}
        provider={asked}
        onGiven={(value) => setSecrets({ ...secrets, [asked]: value })}
        onClose={onClose}
      />
    )

  const plan = planRestore(stored, present, secrets)
  if (!plan) return null
  return (
    <ReviewDialog
      title={title}
      changes={plan.changes}
      consequences={
        plan.kept.length > 0 && (
          <ul className="list-disc pl-4">
            {plan.kept.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )
      }
      command={plan.changes.length > 0 ? () => restoreCommand(pool, plan.call, present) : undefined}
      saveLabel="Restore"
      backLabel="Cancel"
      saving={restore.isPending}
      error={restore.error}
      theirs={theirs && changesBetween(present, theirs)}
      onSave={() => {
        if (plan.changes.length === 0) return onClose()
        restore.mutate(plan.call, {
          onSuccess: async () => {
            await Promise.all([
              queryClient.invalidateQueries({ queryKey: poolKeys.detail(pool) }),
              queryClient.invalidateQueries({ queryKey: auditKeys.pool(pool) }),
              queryClient.invalidateQueries({ queryKey: [...poolKeys.all(pool.connectionId), 'list'] }),
            ])
            toast({ title: 'Restored', tone: 'success' })
            onClose()
          },
          onError: (error) => {
            void queryClient.invalidateQueries({ queryKey: auditKeys.pool(pool) })
            if (errorShape(error).code === 'CONFLICT') reading.mutate(undefined, { onSuccess: setTheirs })
          },
        })
      }}
      onReapply={() => {
        if (theirs) onPresent(theirs)
        setTheirs(null)
        restore.reset()
      }}
      onClose={onClose}
    />
  )
}
