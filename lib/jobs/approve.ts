import 'server-only'
import { isNotSignedIn, type Actor } from '../auth/actor.ts'
import { AppError } from '../core/errors.ts'
import type { Db } from '../db/open.ts'
import { addJobEvent } from './job-event.ts'
import type { Job } from './job.ts'

/** `at`: epoch milliseconds. */
type Decision = { job: Job; actor: Actor; at: number }

/**
 * Lets a job wait for its turn that a second person had to look at. Errors: `FORBIDDEN` for the first one, and for
 * anybody where the first one had not signed in; `CONFLICT`.
 */
export async function approve(db: Db, decision: Decision): Promise<void> {
  // Whoever approves it may be the one who started it.
  if (isSecondPerson(decision.job.actor, decision.actor) && isNotSignedIn(decision.job.actor)) throw firstUnknown()
  await decide(db, decision, { state: 'waiting' }, { kind: 'resumed', did: 'approved it' })
}

/** Ends such a job before anything of it is done. Errors: `FORBIDDEN` for the first one, `CONFLICT`. */
export const refuse = (db: Db, decision: Decision): Promise<void> =>
  decide(
    db,
    decision,
    { state: 'cancelled', wanted: 'cancel', ended_at: decision.at },
    { kind: 'cancelled', did: 'refused it' },
  )

type Change = { state: 'waiting' } | { state: 'cancelled'; wanted: 'cancel'; ended_at: number }

async function decide(
  db: Db,
  { job, actor, at }: Decision,
  change: Change,
  { kind, did }: { kind: 'resumed' | 'cancelled'; did: string },
): Promise<void> {
  if (!isSecondPerson(job.actor, actor)) throw notSecond()
  await db.transaction().execute(async (transaction) => {
    const decided = await transaction
      .updateTable('job')
      .set({ ...change, approver_id: actor.id, approver_name: actor.name })
      .where('job_id', '=', job.jobId)
      .where('state', '=', 'awaiting')
      .returning('job_id')
      .executeTakeFirst()
    if (!decided) throw notAwaiting()
    await addJobEvent(transaction, job.jobId, { kind, text: `${actor.name} ${did}.`, at })
  })
}

/** Whoever has not signed in may be the one who started it. */
const isSecondPerson = (first: Pick<Actor, 'id'>, actor: Pick<Actor, 'id'>): boolean =>
  actor.id !== first.id && !isNotSignedIn(actor)

const notSecond = () =>
  new AppError({
    code: 'FORBIDDEN',
    message: 'A second person has to decide on this job, who has signed in and did not start it.',
    hint: 'Send the address of this page to somebody else; or cancel the job.',
  })

const firstUnknown = () =>
  new AppError({
    code: 'FORBIDDEN',
    message: 'Whoever started this job had not signed in, so that nobody can tell whether you are a second person.',
    hint: 'Refuse it, then have somebody start it who has signed in.',
  })

const notAwaiting = () =>
  new AppError({
    code: 'CONFLICT',
    message: 'This job does not await an approval any more.',
    hint: 'Somebody may have decided on it just now: look at what happened to it.',
  })
