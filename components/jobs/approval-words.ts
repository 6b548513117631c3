import { TYPED_ABOVE } from '../save/typed-above.ts'
import { isDeletion } from '#lib/jobs/is-deletion.ts'
import type { Job } from '#lib/jobs/job.ts'
import { itemsSaid } from './job-words.ts'

/**
 * What is approved with a job. `act`: "Delete 1,234 identities". `loses`: what becomes of them, in a sentence. `typed`:
 * what has to be typed before, or null.
 */
export function approvalWords(job: Pick<Job, 'kind' | 'total'>) {
  const { total } = job
  const what = total === null ? 'every identity' : itemsSaid(job)
  const are = total === null || total === 1 ? 'is' : 'are'
  const typed = total === null || total > TYPED_ABOVE
  if (isDeletion(job))
    return {
      act: `Delete ${what}`,
      loses: `${total === null ? 'Every identity of the pool' : what} ${are} deleted. What is deleted does not come back.`,
      typed: typed ? (total ?? 'delete') : null,
    }
  return {
    act: `Merge ${what}`,
    loses: `${what} ${are} merged, and the identity that moves is disabled for good: nothing takes a merge back.`,
    typed: typed ? (total ?? 'merge') : null,
  }
}
