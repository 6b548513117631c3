'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ScanSearch } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { jobPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { unwrap } from '#lib/core/result.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import { renewIndex } from '#lib/identity-index/cached-index.ts'
import { poolScans } from '#lib/identity-index/queries.ts'
import type { IdentityScan } from '#lib/identity-index/scans.ts'
import { scanPool } from '#lib/jobs/scan-actions.ts'
import { hasEnded, type Job } from '#lib/jobs/job.ts'
import { jobsNow } from '#lib/jobs/queries.ts'
import { OtherJobs } from '../jobs/other-jobs.tsx'
import { useJobFeed } from '../jobs/use-job-feed.ts'
import { FailureState } from '../failure-state.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { ProgressNews } from '../ui/progress-news.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { useRoleDenial } from '../use-role-denial.ts'
import { useScans } from './use-scans.ts'
import { grouped } from '#lib/core/grouped.ts'

/** How old a pool's index is, how a scan goes on, and what starts one. After it the index is read anew. */
export function ScanState({ pool }: { pool: PoolRef }) {
  useJobFeed()
  const client = useQueryClient()
  const { scans } = useScans(pool)
  const denied = useRoleDenial(pool.connectionId, 'jobs:run')
  const start = useMutation({
    mutationFn: () => unwrap(scanPool({ pool })),
    onSuccess: () => client.invalidateQueries({ queryKey: poolScans(pool).queryKey }),
    meta: { handled: true },
  })
  const scanId = scans?.complete?.scanId ?? null
  const known = useRef<number | null | undefined>(scans === null ? undefined : scanId)
  useEffect(() => {
    if (!scans) return
    if (known.current !== undefined && known.current !== scanId && scanId !== null) renewIndex(client, pool)
    known.current = scanId
  }, [client, scans, scanId, pool])
  const { data: jobs = [] } = useQuery(jobsNow())
  const job = jobs.map((progress) => progress.job).find((one) => isScanOf(one, pool)) ?? start.data ?? null
  if (scans === null) return null
  const { complete, running } = scans
  const button = (
    <Button
      variant={complete ? 'secondary' : 'primary'}
      icon={<ScanSearch />}
      pending={start.isPending}
      denied={denied}
      onClick={() => start.mutate()}
    >
      Scan pool
    </Button>
  )
  return (
    <div className="mb-3 space-y-2">
      {start.error && (
        <Card flush>
          <FailureState title="The scan was not started" error={start.error} compact />
        </Card>
      )}
      {running && job && <OtherJobs pool={pool} without={job.jobId} />}
      {running ? (
        <Running scan={running} before={complete} job={job} />
      ) : complete ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-soft">
          <p>
            {`${identityCount(complete.count)} as scanned `}
            <TimeStamp value={complete.startedAt} format="relative" />
            {', at '}
            <TimeStamp value={complete.startedAt} zone />
          </p>
          {button}
        </div>
      ) : (
        <Card>
          <EmptyState
            icon={<ScanSearch />}
            title="This pool was never scanned"
            text="A scan reads every identity of the pool once, 60 a call at the speed that AWS allows. Then they can be counted, filtered and sorted. It changes nothing at AWS."
            action={button}
          />
        </Card>
      )}
    </div>
  )
}

function Running({ scan, before, job }: { scan: IdentityScan; before: IdentityScan | null; job: Job | null }) {
  const said = `${identityCount(scan.count)} read so far${before ? ` of about ${grouped(before.count)}` : ''}`
  return (
    <div className="space-y-1.5">
      <ProgressBar
        label="Scan progress"
        value={before === null ? null : Math.min(scan.count, before.count)}
        max={before?.count ?? 0}
        text={said}
      />
      <ProgressNews
        state={job?.state ?? 'running'}
        value={before === null ? null : scan.count}
        max={before?.count ?? 0}
        text={job?.state === 'paused' ? 'The scan pauses.' : `The scan goes on, ${said}.`}
      />
      <p className="flex flex-wrap gap-x-3 text-soft">
        <span>{`A scan is under way: ${said}.`}</span>
        {job?.state === 'paused' && <span className="text-warning-ink">{`It pauses. ${job.reason ?? ''}`}</span>}
        {job && (
          <Link href={jobPath(job)} prefetch={false} className="rounded-sm text-accent-ink hover:underline">
            Open the job
          </Link>
        )}
        {before && <span>The index below is the one before.</span>}
      </p>
    </div>
  )
}

const isScanOf = (job: Job, { connectionId, poolId }: PoolRef) =>
  job.kind === 'scan-pool' && job.connectionId === connectionId && job.poolId === poolId && !hasEnded(job)
