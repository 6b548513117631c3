import 'server-only'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { actorAtPresent } from '../auth/current-actor.ts'
import { boundCognito } from '../aws/send.ts'
import type { Connection } from '../config/schema.ts'
import { stepId } from '../core/operation-id.ts'
import type { Tables } from '../db/tables.ts'
import { log } from '../log/log.ts'
import { perform } from '../operation/perform.ts'
import { runIdSchema } from '../operation/schema.ts'
import { connectionIdSchema, poolRefSchema } from '../pools/schema.ts'
import { endStretch } from './end-stretch.ts'
import { addJobEvent } from './job-event.ts'
import { toJob, type Job } from './job.ts'
import type { JobWork } from './job-kind.ts'
import type { Ending, JobRun } from './job-run.ts'
import type { JobToRun } from './next-job.ts'
import { LeaseLost } from './quota-lease.ts'
import { runChunks } from './run-chunks.ts'
import { runPages } from './run-pages.ts'

/** What the audit keeps of a stretch of work. */
const stretchInput = z.object({
  connectionId: connectionIdSchema,
  region: z.string(),
  pool: poolRefSchema.nullable(),
  runId: runIdSchema.unwrap(),
  job: z.object({ jobId: z.string(), name: z.string(), total: z.number().nullable() }),
})

/** `attempts`: how often the job paused by itself since anything came of it. */
export type Stretch = Omit<JobRun, 'job'> & JobToRun & { attempts: number }

/**
 * One stretch of work on a job as the person who started it, with the role of today: guard → *started* → work → outcome.
 * Whoever may not do it any more has it paused. Answers how often it has paused by itself by then, to be tried again,
 * since anything came of it. Errors: those of the store.
 */
export async function runJob(stretch: Stretch): Promise<number> {
  const { job, kind, session, now, attempts } = stretch
  let failed = 0
  const close = async (ending: Ending, work: JobWork | null) => {
    failed = await session.write(async (db) => {
      const before = (await cameOn(db, job)) ? 0 : attempts
      const state = await endStretch(db, ending, { job, work, at: now(), attempts: before, isSettled: false })
      return state === 'paused' && ending.ended === 'paused' && ending.pause.retries ? before + 1 : 0
    })
  }
  const answer = await perform(
    await actorAtPresent(job.actor),
    { name: kind.operation, effect: kind.effect, permission: kind.permission, input: stretchInput },
    {
      connectionId: job.connectionId,
      region: job.region,
      pool: job.poolId === null ? null : { connectionId: job.connectionId, poolId: job.poolId },
      runId: job.jobId,
      job: { jobId: job.jobId, name: job.name, total: job.total },
    },
    async ({ connection, audit }) => {
      try {
        await begin(stretch)
        const { ending, work } = await workOn(stretch, connection)
        await close(ending, work)
        audit.after(await countsOf(stretch))
      } catch (error) {
        if (!(error instanceof LeaseLost)) throw error
        log().warn({ job: job.jobId }, 'A job is worked on by another copy')
        audit.after({ handedOver: true })
      }
    },
    stepId(job.jobId, session.claim().epoch),
  )
  if (!answer.ok) {
    const { code, message } = answer.error
    const retries = code === 'UNAVAILABLE' || code === 'UNEXPECTED'
    await close({ ended: 'paused', pause: { reason: message, retries } }, null)
  }
  return failed
}

/** Whether a stretch of work has told of any item what became of it. */
async function cameOn(db: Transaction<Tables>, { jobId, done, refused }: Job): Promise<boolean> {
  const told = await db
    .selectFrom('job')
    .select(['done', 'refused'])
    .where('job_id', '=', jobId)
    .executeTakeFirstOrThrow()
  return told.done + told.refused > done + refused
}

async function begin({ job, session, now, attempts }: Stretch): Promise<void> {
  await session.write(async (db) => {
    await db
      .updateTable('job')
      .set({ state: 'running', reason: null, retry_at: null })
      .where('job_id', '=', job.jobId)
      .execute()
    // The attempts of a pause that heals by itself are one pause to whoever reads on.
    if (job.state !== 'running' && attempts > 0) return
    if (job.state !== 'running')
      return addJobEvent(db, job.jobId, { kind: 'running', text: 'It is worked on.', at: now() })
    const text = 'Another process goes on with it.'
    return addJobEvent(db, job.jobId, { kind: 'running', text, at: now() })
  })
}

async function workOn(stretch: Stretch, connection: Connection): Promise<{ ending: Ending; work: JobWork }> {
  const { job, kind, parameters, session } = stretch
  const sending = new AbortController()
  const { signal } = sending
  const cognito = boundCognito({ connection, region: job.region, bulk: signal, mayWrite: session.isFresh })
  const work = kind.bind({ job, parameters, cognito, signal, write: session.write })
  const ending =
    work.form === 'chunks' ? await runChunks(stretch, work, sending) : await runPages(stretch, work, sending)
  return { ending, work }
}

/** What the whole job has come to, for the audit. */
async function countsOf({ db, job }: Stretch) {
  const row = await db.selectFrom('job').selectAll().where('job_id', '=', job.jobId).executeTakeFirstOrThrow()
  const { state, total, done, refused } = toJob(row)
  return { job: { state, total, done, refused, left: total === null ? null : total - done - refused } }
}
