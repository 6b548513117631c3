'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { PoolRef } from '#lib/core/refs.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import { absoluteFilter } from '#lib/identity-index/absolute-filter.ts'
import { printFilter } from '#lib/identity-index/filter-text.ts'
import { indexBreakdown, poolScans } from '#lib/identity-index/queries.ts'
import type { IndexFilter } from '#lib/identity-index/schema.ts'
import type { Job } from '#lib/jobs/job.ts'
import { jobLimits } from '#lib/jobs/queries.ts'
import { startFilterDeletion } from '#lib/jobs/start-filter-deletion.ts'
import { BulkDialog } from '../batch/bulk-dialog.tsx'
import { DeletionConsequences } from '../delete-identities/deletion-consequences.tsx'
import { deletionStart } from '../delete-identities/deletion-start.tsx'
import { KeepListField } from '../keep-list/keep-list-field.tsx'
import { QueryFailure } from '../query-failure.tsx'
import { ScanState } from '../identity-index/scan-state.tsx'
import { Loaded } from '../loaded.tsx'
import { OtherJobs } from '../jobs/other-jobs.tsx'
import { ReasonField, useReason } from '../save/reason-field.tsx'
import { Callout } from '../ui/callout.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { useNow } from '../jobs/use-now.ts'
import { filterDeletionJob, useFilterDeletionJob } from './filter-deletion-job.tsx'
import { FilterDryRun } from './filter-dry-run.tsx'
import { keptSaid, useKeepList } from './use-keep-list.ts'
import { useAccepted } from './use-accepted.ts'
import { UsersAmong } from './users-among.tsx'
import { whatIsMissing } from './what-is-missing.ts'

type DeleteByFilterDialogProps = { pool: PoolRef; filter: IndexFilter; onClose: () => void }

/** Deletes all that a filter has of a pool's index: first what that would be, then a job that goes on by itself. */
export default function DeleteByFilterDialog({ pool, filter: asked, onClose }: DeleteByFilterDialogProps) {
  // "90 days ago" is not another set when it is frozen than when it was looked at.
  const [filter, setFilter] = useState(() => absoluteFilter(asked, Date.now()))
  const client = useQueryClient()
  const breakdown = useQuery(indexBreakdown(pool, filter))
  const limits = useQuery(jobLimits(pool))
  const found = breakdown.data ?? null
  const keepList = useKeepList(pool, filter, found?.scan.scanId ?? null)
  const keepField = useRef<HTMLInputElement>(null)
  const [skipChanged, setSkipChanged] = useState(true)
  const { accepted, accept } = useAccepted(found?.scan.scanId ?? null)
  const why = useReason()
  const now = useNow()
  const [started, setStarted] = useState<Job | null>(null)
  const run = useFilterDeletionJob(started)
  const count = Math.max(0, (found?.total ?? 0) - keepList.kept.length)
  const missing = whatIsMissing({
    found,
    isCounting: breakdown.isFetching,
    count,
    most: limits.data?.maxIdentities ?? null,
    keepList,
    accepted,
    hasReason: why.ready,
    now,
  })
  const start = useMutation({
    mutationFn: () => startFilterDeletion(wanted()),
    onSuccess: setStarted,
    meta: { handled: true },
  })

  /** The button for it goes with those whom it leaves out. */
  function leaveOut(others: IndexFilter) {
    setFilter(others)
    keepField.current?.focus()
  }

  /** The pool may have another scan by now. */
  function review() {
    start.reset()
    void breakdown.refetch()
    void client.invalidateQueries({ queryKey: poolScans(pool).queryKey })
  }

  function wanted() {
    if (!found) throw new Error('Nothing was looked at')
    const text = printFilter(filter)
    return {
      pool,
      name: `Delete by filter: ${printFilter(asked) || 'every identity'}`,
      parameters: {
        filter: text,
        scanId: found.scan.scanId,
        scannedAt: found.scan.startedAt,
        skipChanged,
        keepListed: keepList.kept.length,
      },
      kept: keepList.kept,
      total: count,
      reason: why.reason,
    }
  }

  return (
    <BulkDialog
      title="Delete by filter"
      confirm={found ? `Delete ${identityCount(count)}` : 'Delete'}
      wide
      count={count}
      typed={count}
      missing={missing.said}
      onStart={() => !start.isPending && start.mutate()}
      onClose={onClose}
      started={
        run
          ? filterDeletionJob(run, onClose)
          : start.isPending || start.isError
            ? deletionStart({ connectionId: pool.connectionId, start, added: 0, count, onReview: review, onClose })
            : null
      }
    >
      <ScanState pool={pool} />
      <Loaded query={breakdown} title="What the filter has could not be counted" skeleton="h-60">
        {(data) => (
          <>
            <FilterDryRun
              pool={pool}
              filter={filter}
              breakdown={data}
              kept={keepList.kept}
              list={keepList.chosen.file?.number ?? 0}
              now={now}
            />
            <UsersAmong
              pool={pool}
              filter={filter}
              breakdown={data}
              accepted={accepted.users}
              onAccept={(users) => accept({ users })}
              onLeaveOut={leaveOut}
            />
          </>
        )}
      </Loaded>
      {limits.data && count > limits.data.maxIdentities && (
        <Callout tone="warning" title="These are more than one job may have">
          {missing.said}
        </Callout>
      )}
      {missing.isOld && (
        <Checkbox
          label="Delete by this scan all the same"
          hint="It is more than an hour old: identities may have signed in since. A new scan is the safer way."
          checked={accepted.age}
          onChange={(event) => accept({ age: event.target.checked })}
        />
      )}
      <KeepListField
        chosen={keepList.chosen}
        input={keepField}
        hint="A CSV or any text with the IDs of identities that must stay, such as your app's log of active users. They are taken off whatever the filter has."
        said={keptSaid(keepList)}
      />
      {keepList.error !== null && <QueryFailure query={keepList.query} title="The keep list could not be looked up" />}
      <Checkbox
        label="Skip what changed since the scan"
        hint="Each identity is described just before it would go, which takes a call for each. Those that are other than the scan found them are left and named."
        checked={skipChanged}
        onChange={(event) => setSkipChanged(event.target.checked)}
      />
      <OtherJobs pool={pool} />
      <DeletionConsequences count={count} pool={pool} />
      <ReasonField {...why.field} />
    </BulkDialog>
  )
}
