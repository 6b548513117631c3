'use client'

import { isolated } from '#lib/core/isolated.ts'
import type { Job } from '#lib/jobs/job.ts'
import { ConfirmDialog } from '../save/confirm-dialog.tsx'
import { TypedWord, useTypedWord } from '../save/typed-word.tsx'
import { Callout } from '../ui/callout.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { ForeignText } from '../ui/foreign-text.tsx'
import { usePlace } from '../use-place.ts'
import { approvalWords } from './approval-words.ts'

type ApproveJobDialogProps = {
  job: Job
  act: { isPending: boolean; error: unknown }
  onApprove: () => void
  /** Reads anew how the job stands. */
  onLook: () => void
  onClose: () => void
}

/** The last look before a job of somebody else starts. */
export default function ApproveJobDialog({ job, act, onApprove, onLook, onClose }: ApproveJobDialogProps) {
  const { connectionId, poolId } = job
  const words = approvalWords(job)
  const word = useTypedWord(words.typed)
  const place = usePlace(connectionId, poolId === null ? null : { connectionId, poolId })
  return (
    <ConfirmDialog
      title={`Approve ${isolated(job.name)}`}
      act={act}
      confirmLabel={words.act}
      ready={word.ready}
      missing={word.missing}
      failed="Nothing was approved"
      unknown="Nobody knows whether it was approved"
      onConfirm={onApprove}
      onLook={onLook}
      onClose={onClose}
    >
      <Callout tone="danger" title="It starts at once">
        {words.loses}
      </Callout>
      <DefinitionList
        items={[
          { term: 'Asked by', detail: <ForeignText text={`${job.actor.name} (${job.actor.role})`} /> },
          ...place,
          { term: 'Region', detail: job.region },
        ]}
      />
      {word.field && <TypedWord {...word.field} />}
    </ConfirmDialog>
  )
}
