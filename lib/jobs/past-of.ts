import { isDeletion } from './is-deletion.ts'
import type { Job } from './job.ts'

/** What is done of a job's items, in the past: "deleted". */
export const pastOf = (job: Pick<Job, 'kind'>): string => (isDeletion(job) ? 'deleted' : (pasts[job.kind] ?? 'done'))

const pasts: Readonly<Record<string, string>> = {
  'scan-pool': 'read',
  'look-up-list': 'found',
  'check-merges': 'without a conflict',
  'merge-list': 'merged',
}
