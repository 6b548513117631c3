import 'server-only'
import { AppError } from '../core/errors.ts'
import type { Db } from '../db/open.ts'
import { addJobEvent, type JobEventKind } from './job-event.ts'
import type { Job } from './job.ts'

/** Who asks for something, and when (epoch milliseconds). */
export type AskedBy = { by: string; at: number }

const OPEN = ['waiting', 'running', 'paused'] as const

/** Has a job pause before its next call. Errors: `CONFLICT` when it has ended. */
export const wantPause = (db: Db, jobId: string, asked: AskedBy): Promise<void> =>
  want(db, jobId, { wanted: 'pause' }, { ...asked, kind: 'paused', did: 'asked it to pause' })

/** Has a job go on, at once where it waits for another attempt. Errors: `CONFLICT` when it has ended. */
export const wantRun = (db: Db, jobId: string, asked: AskedBy): Promise<void> =>
  want(db, jobId, { wanted: 'run', retry_at: 0 }, { ...asked, kind: 'resumed', did: 'let it go on' })

/** Ends a job before its next call; what is done stays done. A draft, and what awaits approval, is dropped. Errors: `CONFLICT` when it has ended. */
export async function wantCancel(db: Db, jobId: string, asked: AskedBy): Promise<void> {
  const said = { ...asked, kind: 'cancelled', did: 'cancelled it' } as const
  const isDropped = await db.transaction().execute(async (transaction) => {
    const dropped = await transaction
      .updateTable('job')
      .set({ state: 'cancelled', wanted: 'cancel', ended_at: asked.at })
      .where('job_id', '=', jobId)
      .where('state', 'in', ['draft', 'awaiting'])
      .returning('job_id')
      .executeTakeFirst()
    if (dropped)
      await addJobEvent(transaction, jobId, { kind: said.kind, text: `${said.by} ${said.did}.`, at: said.at })
    return dropped !== undefined
  })
  if (!isDropped) await want(db, jobId, { wanted: 'cancel', retry_at: 0 }, said)
}

type Said = AskedBy & { kind: JobEventKind; did: string }

async function want(
  db: Db,
  jobId: string,
  change: { wanted: Job['wanted']; retry_at?: number },
  { kind, did, by, at }: Said,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const asked = await transaction
      .updateTable('job')
      .set(change)
      .where('job_id', '=', jobId)
      .where('state', 'in', OPEN)
      .where('wanted', '<>', 'cancel')
      .returning('job_id')
      .executeTakeFirst()
    if (!asked) throw hasEndedBefore()
    await addJobEvent(transaction, jobId, { kind, text: `${by} ${did}.`, at })
  })
}

const hasEndedBefore = () =>
  new AppError({
    code: 'CONFLICT',
    message: 'This job has ended or was cancelled.',
    hint: 'Look at what it came to; what it did stays done.',
  })
