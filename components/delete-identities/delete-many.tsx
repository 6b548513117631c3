'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { toDeleteIdentitiesCommands } from '#lib/code/to-aws-cli.ts'
import { bounds, regionOfId } from '#lib/core/limits.ts'
import { loadedMemberships } from '#lib/identities/cached-identities.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import type { Job } from '#lib/jobs/job.ts'
import { startOverIds } from '#lib/jobs/start-over-ids.ts'
import { BulkDialog } from '../batch/bulk-dialog.tsx'
import { LazyCutOffOffer } from '../cut-off/lazy-cut-off-offer.tsx'
import { OtherJobs } from '../jobs/other-jobs.tsx'
import { useJobRun, type JobRun } from '../jobs/use-job-run.ts'
import { ReasonField, useReason } from '../save/reason-field.tsx'
import type { DeletionProps } from './deletion-props.ts'
import { DeletionConsequences } from './deletion-consequences.tsx'
import { DeletionJobBody, DeletionJobFooter } from './deletion-job.tsx'
import { deletionStart } from './deletion-start.tsx'
import { IdentitiesInQuestion } from './identities-in-question.tsx'
import { asSeen, useKnownIdentities } from './use-known-identities.ts'
import { usePresentIdentities } from './use-present-identities.ts'

/** Deletes several identities as a job: it goes on when the dialog or the page is closed. */
export function DeleteMany({ connectionId, pool = null, identityIds, onDeleted, onClose, onLooked }: DeletionProps) {
  const [first = ''] = identityIds
  const region = regionOfId(first)
  const client = useQueryClient()
  const count = identityIds.length
  const title = `Delete ${identityCount(count)}`
  const why = useReason()
  const known = useKnownIdentities(connectionId, identityIds)
  const rows = [...known.values()]
  const [added, setAdded] = useState(0)
  const [started, setStarted] = useState<Job | null>(null)
  const { looking, look } = usePresentIdentities(connectionId, pool)
  const start = useMutation({ mutationFn: begin, onSuccess: setStarted, meta: { handled: true } })
  const run = useJobRun(started, identityIds)
  const isBegun = run !== null && run.done > 0
  const tell = useEffectEvent(onDeleted)
  useEffect(() => void (isBegun && tell()), [isBegun])

  /** What was shown of so few is looked at once more before they go. */
  async function begin(): Promise<Job> {
    setAdded(0)
    const isLookedAt = count <= bounds.page.max
    const parameters = isLookedAt
      ? { shown: identityIds.map((id) => asSeen(id, known.get(id), null)), loaded: rows }
      : {}
    return startOverIds(
      {
        connectionId,
        region,
        pool,
        kind: 'delete-identities',
        name: title,
        parameters,
        reason: why.reason,
        ids: identityIds,
        memberships: pool ? loadedMemberships(client, pool, identityIds) : new Map(),
      },
      setAdded,
    )
  }

  const sending = start.isPending || start.isError
  return (
    <BulkDialog
      title={title}
      count={count}
      {...(rows.some(({ state }) => state === 'authenticated') && { typed: count })}
      missing={why.ready ? null : 'Give a reason to go on.'}
      command={() => toDeleteIdentitiesCommands(region, identityIds)}
      onStart={() => !start.isPending && start.mutate()}
      onClose={onClose}
      started={
        run
          ? {
              dismissible: true,
              body: (
                <DeletionJobBody
                  run={run}
                  after={<LazyCutOffOffer pool={pool} identityIds={goneOf(identityIds, run)} />}
                />
              ),
              footer: (
                <DeletionJobFooter
                  run={run}
                  looking={looking}
                  onLook={(left) => void look(left).then(() => onLooked(left))}
                  onClose={onClose}
                />
              ),
            }
          : sending
            ? deletionStart({ connectionId, start, added, count, onReview: start.reset, onClose })
            : null
      }
    >
      <IdentitiesInQuestion connectionId={connectionId} pool={pool} count={count} known={rows} />
      {pool && <OtherJobs pool={pool} />}
      <DeletionConsequences count={count} pool={pool} />
      <ReasonField {...why.field} />
    </BulkDialog>
  )
}

/** Who was deleted; nobody by name where those who are left are too many to be listed. */
function goneOf(identityIds: readonly string[], { refused, refusedCount, waiting, waitingCount }: JobRun): string[] {
  if (refused.length < refusedCount || waiting.length < waitingCount) return []
  const left = new Set([...refused.map(({ item }) => item), ...waiting])
  return identityIds.filter((id) => !left.has(id))
}
