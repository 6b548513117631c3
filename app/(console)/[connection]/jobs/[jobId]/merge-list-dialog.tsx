'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { usePlace } from '#components/use-place.ts'
import { UserIdentifier } from '#components/developer-identities/user-identifier.tsx'
import { OtherJobs } from '#components/jobs/other-jobs.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { ConfirmDialog } from '#components/save/confirm-dialog.tsx'
import { ReasonField, useReason } from '#components/save/reason-field.tsx'
import { TypedWord, useTypedWord } from '#components/save/typed-word.tsx'
import { useOperation } from '#components/use-operation.ts'
import { grouped } from '#lib/core/grouped.ts'
import { jobPath } from '#lib/core/paths.ts'
import type { Job } from '#lib/jobs/job.ts'
import { pairItem, type MergePair } from '#lib/jobs/merge-item.ts'
import { jobKeys, listMerging } from '#lib/jobs/queries.ts'

type MergeListDialogProps = { job: Job; count: number; sample: readonly MergePair[]; onClose: () => void }

/** Starts the job that merges what a check found free of conflicts, and leads to it. */
export function MergeListDialog({ job, count, sample, onClose }: MergeListDialogProps) {
  const router = useRouter()
  const field = useRef<HTMLInputElement>(null)
  const why = useReason()
  const act = useOperation(listMerging)
  const client = useQueryClient()
  const word = useTypedWord(count)
  const { connectionId, jobId, poolId } = job
  const pool = poolId === null ? null : { connectionId, poolId }
  const place = usePlace(connectionId, pool)
  return (
    <ConfirmDialog
      title={`Merge ${grouped(count)} ${count === 1 ? 'pair' : 'pairs'}`}
      act={act}
      confirmLabel="Merge"
      initialFocus={field}
      ready={word.ready && why.ready}
      missing={word.missing ?? (why.ready ? null : 'Give a reason to go on.')}
      failed="The merges were not started"
      unknown="Nobody knows whether the merges were started: look at the jobs"
      onConfirm={() =>
        act.run(
          { connectionId, jobId, count, reason: why.reason },
          { onSuccess: (merge) => router.push(jobPath(merge)) },
        )
      }
      onLook={() => {
        act.renew()
        void client.invalidateQueries({ queryKey: jobKeys.job(job) })
      }}
      onClose={onClose}
    >
      <DefinitionList items={[{ term: 'Pairs', detail: grouped(count) }, ...place]} />
      {pool && <OtherJobs pool={pool} without={jobId} />}
      <ul aria-label="First pairs" className="space-y-1">
        {sample.map((pair) => (
          <li key={pairItem(pair)} className="flex flex-wrap items-start gap-x-2">
            <UserIdentifier value={pair.source} />
            <span className="text-soft">moves into</span>
            <UserIdentifier value={pair.destination} />
          </li>
        ))}
      </ul>
      <p>
        Every login of {count === 1 ? 'the identity that moves' : 'an identity that moves'} goes to the one that stays,
        and the first is <strong>disabled for good</strong>: nothing takes a merge back.
      </p>
      <p className="text-soft">
        A job looks at each pair once more just before, and leaves those that lead to other identities by now. What an
        app keeps under the ID of an identity that moves has to be moved by hand.
      </p>
      {word.field && <TypedWord {...word.field} ref={field} />}
      <ReasonField {...why.field} />
    </ConfirmDialog>
  )
}
