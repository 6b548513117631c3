import 'server-only'
import type { Actor } from '../auth/actor.ts'
import { AppError } from '../core/errors.ts'
import type { Connection } from '../config/schema.ts'
import type { Db } from '../db/open.ts'
import { addDraftIds, createDraft } from './drafts.ts'
import { startDraft } from './start-draft.ts'
import { hasEnded, type Job } from './job.ts'
import type { JobKind } from './job-kind.ts'
import { ADDED_AT_ONCE } from './bounds.ts'
import { wantCancel } from './want.ts'

type Retry = { jobId: string; kind: JobKind; connection: Connection; actor: Actor; at: number }

/**
 * Starts a new job over what an earlier one was refused; one that could not be started is dropped. Errors: `CONFLICT`
 * while that goes on, or without any; as for drafts.
 */
export async function retryRefused(db: Db, of: Job, { jobId, kind, connection, actor, at }: Retry): Promise<Job> {
  if (!hasEnded(of) || of.refused === 0) throw nothingToRetry()
  const { name, region, poolId } = of
  const by = { by: actor.name, at }
  const { parameters: json } = await db
    .selectFrom('job')
    .select('parameters')
    .where('job_id', '=', of.jobId)
    .executeTakeFirstOrThrow()
  const parameters = JSON.parse(json) as unknown
  const draft = { jobId, kind, name, parameters, connection, region, poolId, actor, retryOf: of.jobId, at }
  const job = await createDraft(db, draft)
  try {
    await addRefused(db, of, jobId)
    // Nothing is lost by a look: it needs no second person.
    const alone = kind.effect === 'read' && { approvalAbove: null }
    await startDraft(db, jobId, { needsIds: true, isDoubtful: true, ...by, ...alone })
  } catch (error) {
    await wantCancel(db, jobId, by).catch(() => undefined)
    throw error
  }
  return job
}

async function addRefused(db: Db, of: Job, jobId: string): Promise<void> {
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('job_refusal')
      .select('item')
      .where('job_id', '=', of.jobId)
      .where('item', '>', after)
      .orderBy('item')
      .limit(ADDED_AT_ONCE)
      .execute()
    const items = rows.map(({ item }) => item)
    if (items.length > 0) await addDraftIds(db, jobId, items)
    after = items.at(-1) ?? after
    if (rows.length < ADDED_AT_ONCE) return
  }
}

const nothingToRetry = () =>
  new AppError({
    code: 'CONFLICT',
    message: 'This job has nothing to repeat, or has not ended.',
    hint: 'Wait for its end; what was refused can then be sent once more.',
  })
