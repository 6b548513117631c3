import 'server-only'
import { boundCognito } from '../aws/send.ts'
import { config } from '../config/config.ts'
import { log } from '../log/log.ts'
import { cancelDoubtful, leaveDoubtful } from './cancel-doubtful.ts'
import { NotTold } from './find-done.ts'
import type { JobContext, JobKind, JobWork } from './job-kind.ts'
import type { Ending, JobRun } from './job-run.ts'
import type { JobToRun } from './next-job.ts'

type Cancelled = JobToRun & Pick<JobRun, 'session' | 'stop' | 'now'> & { kind: JobKind | null; isLast: boolean }

const ENDED: Ending = { ended: 'wanted', wanted: 'cancel' }

/**
 * Finds out what became of what a cancelled job may have sent, and how its stretch ends then: it pauses while that cannot
 * be told. `isLast`: what cannot be told now is not known, and it ends. Null when the server stops before. Errors:
 * `LeaseLost`.
 */
export async function settleCancelled(cancelled: Cancelled): Promise<{ ending: Ending; work: JobWork | null } | null> {
  const { job, kind, session, stop, now, isLast } = cancelled
  const work = kind && boundOrNull(cancelled, kind)
  if (kind === null || work === null) {
    await leaveDoubtful({ job, kind, session, now })
    return { ending: ENDED, work }
  }
  try {
    const isSettled = await cancelDoubtful({ job, kind, session, work, stop, now, isLast })
    return isSettled ? { ending: ENDED, work } : null
  } catch (error) {
    if (error instanceof NotTold) return { ending: { ended: 'paused', pause: error.pause }, work }
    throw error
  }
}

/** Null where nothing can be asked: its connection is gone, or its kind does not know its parameters. */
function boundOrNull({ job, parameters, session, stop }: Cancelled, kind: JobKind): JobWork | null {
  const connection = config().connections.find(({ id }) => id === job.connectionId)
  if (!connection) return null
  const cognito = boundCognito({ connection, region: job.region, bulk: stop })
  const context: JobContext<unknown> = { job, parameters, cognito, signal: stop, write: session.write }
  try {
    return kind.bind(context)
  } catch (error) {
    log().warn({ err: error, job: job.jobId }, 'A cancelled job cannot be read: it ends as it is')
    return null
  }
}
