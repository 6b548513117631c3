'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '../save/confirm-dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useOperation } from '../use-operation.ts'
import { findingSuppression, poolReport } from '#lib/findings/queries.ts'
import type { Finding } from '#lib/findings/report.ts'
import { errorShape } from '#lib/core/errors.ts'
import type { PoolRef } from '#lib/core/refs.ts'

type SuppressDialogProps = { pool: PoolRef; finding: Finding; title: string; onClose: () => void }

/** Asks why a finding may stay. */
export default function SuppressDialog({ pool, finding, title, onClose }: SuppressDialogProps) {
  const queryClient = useQueryClient()
  const [reason, setReason] = useState('')
  const { run, isPending, error } = useOperation(findingSuppression)
  const problem = error && errorShape(error).fields?.['reason']
  const look = () => queryClient.invalidateQueries({ queryKey: poolReport(pool).queryKey })

  return (
    <ConfirmDialog
      title="Suppress finding"
      description={title}
      act={{ isPending, error: problem ? null : error }}
      confirmLabel="Suppress"
      variant="primary"
      failed="The finding was not suppressed"
      unknown="Nobody knows whether the finding was suppressed"
      onConfirm={() => run({ pool, finding, reason }, { onSuccess: () => void look().then(onClose) })}
      onLook={() => void look()}
      onClose={onClose}
    >
      <p className="wrap-anywhere text-soft">{finding.evidence}</p>
      <Field
        label="Reason"
        hint="Everyone who sees this pool sees it, with your name. The finding can be reopened at any time."
        error={problem ?? undefined}
      >
        {(control) => (
          <Textarea {...control} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </ConfirmDialog>
  )
}
