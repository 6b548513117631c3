import 'server-only'
import type { Transaction } from 'kysely'
import type { Actor } from '../auth/actor.ts'
import { quotaKeyOf } from '../aws/limiter.ts'
import { config } from '../config/config.ts'
import type { Connection } from '../config/schema.ts'
import { AppError } from '../core/errors.ts'
import { inTransaction } from '../db/in-transaction.ts'
import type { Db } from '../db/open.ts'
import type { Tables } from '../db/tables.ts'
import { chunkSize } from './bounds.ts'
import { addJobEvent } from './job-event.ts'
import { toJob, type Job } from './job.ts'
import type { JobKind } from './job-kind.ts'
import { grouped } from '../core/grouped.ts'

/** What a new job is. `jobId`: the operation that makes it. */
export type NewJob = {
  jobId: string
  kind: Pick<JobKind, 'kind' | 'operation'>
  name: string
  parameters: unknown
  connection: Pick<Connection, 'id' | 'accountId'>
  region: string
  poolId: string | null
  actor: Actor
  retryOf?: string | null
  /** Epoch milliseconds. */
  at: number
}

/** Makes a job that waits for its ids, or for nothing but its start. */
export async function createDraft(db: Db, draft: NewJob): Promise<Job> {
  const { kind, connection, region, actor, at } = draft
  const values = {
    job_id: draft.jobId,
    kind: kind.kind,
    name: draft.name,
    parameters: JSON.stringify(draft.parameters),
    quota_key: quotaKeyOf({ connection, region, operation: kind.operation }),
    connection_id: connection.id,
    region,
    pool_id: draft.poolId,
    actor_id: actor.id,
    actor_name: actor.name,
    actor_role: actor.role,
    state: 'draft',
    wanted: 'run',
    total: null,
    done: 0,
    refused: 0,
    throttles: 0,
    active_ms: 0,
    cursor: null,
    reason: null,
    retry_at: null,
    retry_of: draft.retryOf ?? null,
    approver_id: null,
    approver_name: null,
    created_at: at,
    started_at: null,
    ended_at: null,
  } as const
  return inTransaction(db, async (transaction) => {
    const row = await transaction.insertInto('job').values(values).returningAll().executeTakeFirstOrThrow()
    await addJobEvent(transaction, draft.jobId, { kind: 'created', text: `${actor.name} made it.`, at })
    return toJob(row)
  })
}

/**
 * Adds ids to a draft, each counted once. Returns how many it has by now, at most. Errors: `CONFLICT` when it was
 * started, `LIMIT` above `jobs.maxIdentities`.
 */
export async function addDraftIds(
  db: Db,
  jobId: string,
  ids: readonly string[],
  most = config().jobs.maxIdentities,
): Promise<number> {
  const distinct = [...new Set(ids)]
  return inTransaction(db, async (transaction) => {
    const { total, kind } = await openDraft(transaction, jobId)
    const all = (total ?? 0) + distinct.length
    if (all > most) throw tooMany(most)
    const last = await transaction
      .selectFrom('job_chunk_ids')
      .select(({ fn }) => fn.max('number').as('number'))
      .where('job_id', '=', jobId)
      .executeTakeFirst()
    await insertChunks(transaction, { jobId, first: (last?.number ?? 0) + 1, size: chunkSize(kind) }, distinct)
    await transaction.updateTable('job').set({ total: all }).where('job_id', '=', jobId).execute()
    return all
  })
}

export const ROWS_AT_ONCE = 500

type Chunks = { jobId: string; first: number; size: number }

async function insertChunks(db: Transaction<Tables>, { jobId, first, size }: Chunks, ids: readonly string[]) {
  const rows = Array.from({ length: Math.ceil(ids.length / size) }, (_, index) => ({
    job_id: jobId,
    number: first + index,
    ids: JSON.stringify(ids.slice(index * size, (index + 1) * size)),
  }))
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await db
      .insertInto('job_chunk_ids')
      .values(rows.slice(start, start + ROWS_AT_ONCE))
      .execute()
}

/** Locks a draft, so that nothing is added to it while it is started. */
export async function openDraft(db: Transaction<Tables>, jobId: string): Promise<Pick<Job, 'total' | 'kind'>> {
  const draft = await db
    .updateTable('job')
    .set({ cursor: null })
    .where('job_id', '=', jobId)
    .where('state', '=', 'draft')
    .returning(['total', 'kind'])
    .executeTakeFirst()
  if (!draft) throw notADraft()
  return draft
}

const notADraft = () =>
  new AppError({
    code: 'CONFLICT',
    message: 'This job was started before, or is not there any more.',
    hint: 'Look at it in the list of jobs; what is started does not change.',
  })

const tooMany = (most: number) =>
  new AppError({
    code: 'LIMIT',
    message: `A job of this Lifeguard has at most ${grouped(most)} identities.`,
    hint: 'Start it with those, then make another one; "jobs.maxIdentities" in lifeguard.config.json says how many.',
  })
