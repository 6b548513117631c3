import type { Cells } from '#components/data-table/cells.ts'
import { standSaid, stateLook } from '#components/jobs/job-words.ts'
import type { Job } from '#lib/jobs/job.ts'

const moment = (at: number | null): string => (at === null ? '' : new Date(at).toISOString())

/** Jobs as texts. */
export const jobCells = (jobs: readonly Job[]): Cells => ({
  heads: ['Job', 'State', 'Progress', 'Refused', 'Pool', 'Started by', 'Made (UTC)', 'Ended (UTC)'],
  rows: jobs.map((job) => [
    job.name,
    stateLook(job).label,
    standSaid(job),
    String(job.refused),
    job.poolId ?? '',
    job.actor.name,
    moment(job.createdAt),
    moment(job.endedAt),
  ]),
})
