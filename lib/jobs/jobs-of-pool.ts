import type { PoolRef } from '../core/refs.ts'
import { hasEnded, type Job } from './job.ts'

/** Jobs that are under way on a pool, or wait for their turn or an approval there, without one that is asked about. */
export const jobsOfPool = <J extends Pick<Job, 'jobId' | 'connectionId' | 'poolId' | 'state'>>(
  jobs: readonly J[],
  { connectionId, poolId }: PoolRef,
  without: string | null = null,
): J[] =>
  jobs.filter(
    (job) =>
      job.connectionId === connectionId &&
      job.poolId === poolId &&
      job.jobId !== without &&
      job.state !== 'draft' &&
      !hasEnded(job),
  )
