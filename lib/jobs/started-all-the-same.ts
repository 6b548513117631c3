import { errorShape } from '../core/errors.ts'
import { newOperationId } from '../core/operation-id.ts'
import { unwrap } from '../core/result.ts'
import { write } from '../operation/write.ts'
import { describeJob } from './actions.ts'
import { cancelJob } from './control-actions.ts'
import type { Job } from './job.ts'

/**
 * A job whose start failed so, if it was started all the same, else null. A draft that is known not to be started is
 * dropped. It never throws: what failed first is what has to be told.
 */
export async function startedAllTheSame(
  job: { connectionId: string; jobId: string },
  error: unknown,
  describe: typeof describeJob = describeJob,
): Promise<Job | null> {
  if (errorShape(error).code !== 'UNKNOWN_OUTCOME') {
    await write(cancelJob, job, newOperationId()).catch(() => null)
    return null
  }
  try {
    const { job: present } = await unwrap(describe(job))
    return present.state === 'draft' ? null : present
  } catch {
    return null
  }
}
