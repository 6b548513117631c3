import 'server-only'
import { AppError } from '../core/errors.ts'
import type { Db } from '../db/open.ts'
import { LISTED_MOST } from './bounds.ts'
import { checkMergesJob } from './check-merges-job.ts'
import type { CheckedMerge } from './found.ts'
import { readFound } from './job-found.ts'
import type { Job } from './job.ts'
import { planMerges, type MergePlan } from './plan-merges.ts'

/** What of a dry run can be merged. `providerName`: the developer provider of its users. Errors: `CONFLICT` before its end. */
export async function readMergePlan(db: Db, job: Job): Promise<MergePlan & { providerName: string }> {
  if (job.kind !== checkMergesJob.kind || job.state !== 'done')
    throw new AppError({
      code: 'CONFLICT',
      message: 'Only a check of merges that came to its end can be merged from.',
      hint: 'Wait for its end, or check the list again.',
    })
  const { items } = await readFound(job.jobId, { limit: LISTED_MOST }, db)
  const checked = items.map(({ item, found }) => ({ item, found: found as CheckedMerge }))
  return { ...planMerges(checked), providerName: checked[0]?.found.providerName ?? '' }
}
