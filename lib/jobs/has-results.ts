import { isDeletion } from './is-deletion.ts'
import type { Job } from './job.ts'

/** Whether a job has an account of items that can be told; a deletion of a whole pool has one before it knows how many. */
export const hasResults = (job: Pick<Job, 'kind' | 'total' | 'done' | 'refused'>): boolean =>
  job.total !== null || (isDeletion(job) && job.done + job.refused > 0)
