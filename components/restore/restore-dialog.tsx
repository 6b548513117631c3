'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { rememberState } from '../save/own-state.ts'
import ReviewDialog from '../save/review-dialog.tsx'
import { useReviewedSave } from '../save/use-reviewed-save.ts'
import { SentenceList } from '../ui/sentence-list.tsx'
import { auditKeys } from '#lib/history/queries.ts'
import type { StoredConfiguration } from '#lib/history/stored-configuration.ts'
import { AppError } from '#lib/core/errors.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolKeys } from '#lib/pools/queries.ts'
import { changesBetween, planRestore, type Present } from '#lib/history/plan-restore.ts'
import { restoreCommand } from '#lib/history/restore-command.ts'
import { readPresent, restoreConfiguration } from '#lib/history/restore-queries.ts'
import { secretsToAsk } from '#lib/history/restored-pool.ts'
import { SecretDialog } from './secret-dialog.tsx'

type RestoreDialogProps = {
  pool: PoolRef
  title: string
  stored: StoredConfiguration
  /** The configuration when the dialog was opened. */
  present: Present
  /** What the button and the message call it; a restore unless they say otherwise. */
  words?: { save: string; saved: string }
  /** Hears when it is done, before it closes. */
  onSaved?: () => void
  onClose: () => void
}

const RESTORE = { save: 'Restore', saved: 'Restored' }

/** Shows what going back to an earlier configuration changes, asks for secrets that were not kept, and does it. */
export default function RestoreDialog(props: RestoreDialogProps) {
  const { pool, title, stored, present, words = RESTORE, onSaved, onClose } = props
  const client = useQueryClient()
  const [latest, setLatest] = useState(present)
  const [secrets, setSecrets] = useState<Record<string, string>>({})
  const planOf = (base: Present) => planRestore(stored, base, secrets)
  const review = useReviewedSave<Present, null>({
    latest,
    mine: null,
    changes: (base) => planOf(base)?.changes ?? [],
    theirs: changesBetween,
    rebase: () => null,
    toMine: () => null,
    show: () => undefined,
    async save({ base, operationId, onStep }) {
      const call = planOf(base)?.call
      if (!call) throw new AppError({ code: 'UNEXPECTED', message: 'There is nothing to restore.' })
      const saved = await restoreConfiguration(pool, client, { call, operationId, onStep: (now) => onStep(now, null) })
      if (saved.value) rememberState(saved.value)
      onSaved?.()
      return saved
    },
    async read() {
      const now = await readPresent(pool, stored, client)
      setLatest(now)
      return now
    },
    refresh() {
      void client.invalidateQueries({ queryKey: poolKeys.detail(pool) })
      void client.invalidateQueries({ queryKey: auditKeys.pool(pool) })
      void client.invalidateQueries({ queryKey: [...poolKeys.all(pool.connectionId), 'list'] })
    },
    said: () => words.saved,
    undo: pool,
    onEnd: onClose,
  })
  const { base } = review
  const asked =
    stored.kind === 'pool' && base.kind === 'pool'
      ? secretsToAsk(stored.pool, base.pool).find((provider) => secrets[provider] === undefined)
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

  const plan = planOf(base)
  if (!plan) return null
  return (
    <ReviewDialog
      title={title}
      review={plan.changes.length === 0 ? { ...review, save: onClose } : review}
      consequences={plan.kept.length > 0 && <SentenceList sentences={plan.kept} />}
      command={plan.changes.length > 0 ? () => restoreCommand(pool, plan.call, base) : undefined}
      saveLabel={words.save}
      backLabel="Cancel"
    />
  )
}
