'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type SubmitEvent } from 'react'
import { FailureState } from '#components/failure-state.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import { findingSuppression, poolReport } from '#lib/findings/queries.ts'
import type { Finding } from '#lib/findings/report.ts'
import { errorShape } from '#lib/core/errors.ts'
import type { PoolRef } from '#lib/core/refs.ts'

type SuppressDialogProps = { pool: PoolRef; finding: Finding; title: string; onClose: () => void }

/** Asks why a finding may stay. */
export default function SuppressDialog({ pool, finding, title, onClose }: SuppressDialogProps) {
  const form = useId()
  const queryClient = useQueryClient()
  const [reason, setReason] = useState('')
  const suppression = useMutation(findingSuppression(pool, finding))
  const problem = suppression.error && errorShape(suppression.error).fields?.['reason']

  const suppress = (event: SubmitEvent) => {
    event.preventDefault()
    suppression.mutate(reason, {
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: poolReport(pool).queryKey })
        onClose()
      },
    })
  }

  return (
    <Dialog
      title="Suppress finding"
      description={title}
      dismissible={!suppression.isPending}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose} disabled={suppression.isPending}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form={form} pending={suppression.isPending}>
            Suppress
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={suppress} className="space-y-4">
        {suppression.error && !problem && (
          <FailureState title="The finding was not suppressed" error={suppression.error} compact />
        )}
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
      </form>
    </Dialog>
  )
}
