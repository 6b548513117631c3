import 'server-only'
import { sql, type Transaction } from 'kysely'
import { recordBatch } from '../audit/record.ts'
import { eachItem } from '../db/each-item.ts'
import type { Tables } from '../db/tables.ts'
import type { Job, Refusal } from './job.ts'
import type { ChunkWork, JobKind, Known } from './job-kind.ts'

/** What became of a chunk, all of it. */
export type ChunkOutcome = {
  number: number
  ids: readonly string[]
  refused: readonly Refusal[]
  known?: readonly Known[]
}

/** What is written together. `throttles` and `activeMs`: since the last time. `at`: epoch milliseconds. */
export type Flush = {
  job: Job
  kind: Pick<JobKind, 'effect' | 'operation' | 'identitiesOf'>
  /** Of the batch in the audit. */
  operationId: string
  outcomes: readonly ChunkOutcome[]
  after?: ChunkWork['after']
  throttles: number
  activeMs: number
  at: number
}

/**
 * Writes what came of many chunks at once. A chunk that is not waiting any more was counted before, by a commit whose
 * answer was lost, and is not counted again. Returns what people want of the job by now.
 */
export async function flushOutcomes(db: Transaction<Tables>, flush: Flush): Promise<Job['wanted']> {
  const { job, kind, outcomes } = flush
  const identitiesOf = kind.identitiesOf ?? ((item: string) => [item])
  const counted = new Set(await markDone(db, job.jobId, outcomes))
  const fresh = outcomes.filter(({ number }) => counted.has(number))
  const ids = fresh.flatMap((outcome) => outcome.ids)
  const refused = fresh.flatMap((outcome) => outcome.refused)
  const known = fresh.flatMap((outcome) => outcome.known ?? [])
  await addRefusals(db, job.jobId, refused)
  const isRefused = new Set(refused.map(({ item }) => item))
  const done = ids.filter((id) => !isRefused.has(id))
  if (done.length > 0) await flush.after?.(db, done)
  if (ids.length > 0 && kind.effect === 'write')
    await recordBatch(
      {
        operationId: flush.operationId,
        actor: job.actor,
        operation: kind.operation,
        connectionId: job.connectionId,
        region: job.region,
        target: { poolId: job.poolId, identityIds: [...new Set(ids.flatMap(identitiesOf))] },
        runId: job.jobId,
        outcome: 'succeeded',
        durationMs: flush.activeMs,
        before: known.length === 0 ? null : { identities: known },
        after: {
          done: done.length,
          refused: refused.map(({ item, code }) => ({ identityId: identitiesOf(item)[0] ?? item, code })),
        },
      },
      db,
    )
  return addProgress(db, { ...flush, done: done.length, refused: refused.length })
}

async function markDone(db: Transaction<Tables>, jobId: string, outcomes: readonly ChunkOutcome[]): Promise<number[]> {
  if (outcomes.length === 0) return []
  const rows = await db
    .updateTable('job_chunk')
    .set({ state: 'done' })
    .where('job_id', '=', jobId)
    .where('state', '=', 'waiting')
    .where(
      'number',
      'in',
      outcomes.map(({ number }) => number),
    )
    .returning('number')
    .execute()
  return rows.map(({ number }) => number)
}

/** Notes what of a job was refused. */
export async function addRefusals(db: Transaction<Tables>, jobId: string, refused: readonly Refusal[]): Promise<void> {
  for (const [code, all] of Map.groupBy(refused, (one) => one.code))
    await sql`insert into job_refusal (job_id, item, code) select ${jobId}, item, ${code}
      from ${eachItem(
        db,
        all.map(({ item }) => item),
      )} where true on conflict do nothing`.execute(db)
}

const SECOND = 1_000

/** What was got done since the last time. */
export type Progress = Pick<Flush, 'throttles' | 'activeMs' | 'at'> & {
  job: Pick<Job, 'jobId'>
  done: number
  refused: number
}

/** Adds to the counts of a job and to those of the second. Returns what people want of it by now. */
export async function addProgress(
  db: Transaction<Tables>,
  { job: { jobId }, done, refused, throttles, activeMs, at }: Progress,
): Promise<Job['wanted']> {
  if (done + refused + throttles > 0)
    await db
      .insertInto('job_rate')
      .values({ job_id: jobId, at: Math.floor(at / SECOND) * SECOND, done: done + refused, throttles })
      .onConflict((conflict) =>
        conflict.columns(['job_id', 'at']).doUpdateSet({
          done: sql<number>`job_rate.done + excluded.done`,
          throttles: sql<number>`job_rate.throttles + excluded.throttles`,
        }),
      )
      .execute()
  const { wanted } = await db
    .updateTable('job')
    .set({
      done: sql<number>`done + ${done}`,
      refused: sql<number>`refused + ${refused}`,
      throttles: sql<number>`throttles + ${throttles}`,
      active_ms: sql<number>`active_ms + ${Math.round(activeMs)}`,
    })
    .where('job_id', '=', jobId)
    .returning('wanted')
    .executeTakeFirstOrThrow()
  return wanted
}
