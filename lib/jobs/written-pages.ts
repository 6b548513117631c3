import 'server-only'
import { sql, type Transaction } from 'kysely'
import { recordBatch } from '../audit/record.ts'
import { stepId } from '../core/operation-id.ts'
import { eachItem } from '../db/each-item.ts'
import { store } from '../db/open.ts'
import type { Tables } from '../db/tables.ts'
import { readChunkIds } from './chunk-window.ts'
import { forgetGone } from './delete-chunk.ts'
import { addProgress, addRefusals } from './flush-outcomes.ts'
import type { Job, Refusal } from './job.ts'

/** A page of a list as the account has it. `isInDoubt`: an attempt whose answer is lost may have done some of it. */
export type WrittenPage = { number: number; ids: readonly string[]; isInDoubt: boolean }

/** What was refused, by its id: one that is refused twice is one. */
export type RefusedById = Map<string, Refusal>

/** Stretches of work have the steps above it. */
const PAGES = 0

/** Pages that an earlier process may have sent without saying what came of them; an id that two have is of the first. */
export async function writtenFrom({ jobId }: Job, number: number): Promise<WrittenPage[]> {
  const rows = await store()
    .selectFrom('job_chunk_ids')
    .select(['number', 'ids'])
    .where('job_id', '=', jobId)
    .where('number', '>=', number)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('job_chunk as told')
            .select('told.number')
            .whereRef('told.job_id', '=', 'job_chunk_ids.job_id')
            .whereRef('told.number', '=', 'job_chunk_ids.number'),
        ),
      ),
    )
    .orderBy('number')
    .execute()
  const known = new Set<string>()
  return rows.map((row) => {
    const ids = readChunkIds(row.ids).filter((id) => known.size < known.add(id).size)
    return { number: row.number, ids, isInDoubt: true }
  })
}

/** After all pages that are written down: those in the account may be later ones than those that are not. */
export async function numberAfterWritten({ jobId }: Job): Promise<number> {
  const last = await store()
    .selectFrom('job_chunk_ids')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('job_id', '=', jobId)
    .executeTakeFirst()
  return (last?.number ?? 0) + 1
}

/** Notes what a page has before any of it is sent. */
export const writeDown = async (
  db: Transaction<Tables>,
  { jobId }: Job,
  { number, ids }: Pick<WrittenPage, 'number' | 'ids'>,
): Promise<void> =>
  void (await db
    .insertInto('job_chunk_ids')
    .values({ job_id: jobId, number, ids: JSON.stringify(ids) })
    .onConflict((conflict) => conflict.columns(['job_id', 'number']).doUpdateSet({ ids: JSON.stringify(ids) }))
    .execute())

/** Ids without those that a job was refused before. */
export async function withoutRefused({ jobId }: Job, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const db = store()
  const { rows } = await sql<{ item: string }>`select item from job_refusal
    where job_id = ${jobId} and item in (select item from ${eachItem(db, ids)})`.execute(db)
  const refused = new Set(rows.map(({ item }) => item))
  return ids.filter((id) => !refused.has(id))
}

/** Ids of pages that are gone. */
export const goneOf = (pages: readonly WrittenPage[], refused: RefusedById): string[] =>
  pages.flatMap(({ ids }) => ids.filter((id) => !refused.has(id)))

/** Writes what became of pages: into the account of the job, the audit, and the index of the pool. */
export async function accountFor(
  db: Transaction<Tables>,
  job: Job,
  { pages, refused }: { pages: readonly WrittenPage[]; refused: RefusedById },
): Promise<void> {
  const [first] = pages
  if (!first) return
  for (const page of pages) {
    // As it was settled, without ids that another page has.
    await writeDown(db, job, page)
    await db
      .insertInto('job_chunk')
      .values({ job_id: job.jobId, number: page.number, state: 'done', sent_epoch: null })
      .onConflict((conflict) => conflict.columns(['job_id', 'number']).doNothing())
      .execute()
  }
  const gone = goneOf(pages, refused)
  await recordBatch(
    {
      operationId: stepId(stepId(job.jobId, PAGES), first.number),
      actor: job.actor,
      operation: 'DeleteIdentities',
      connectionId: job.connectionId,
      region: job.region,
      target: { poolId: job.poolId, identityIds: pages.flatMap(({ ids }) => ids) },
      runId: job.jobId,
      outcome: 'succeeded',
      durationMs: 0,
      before: null,
      after: {
        done: gone.length,
        refused: [...refused.values()].map(({ item, code }) => ({ identityId: item, code })),
      },
    },
    db,
  )
  await forgetGone(db, job, gone)
}

/** Writes what came of some pages while others failed, each once, with the counts that their answer would have had. */
export async function accountForTold(
  db: Transaction<Tables>,
  job: Job,
  told: ReadonlyMap<WrittenPage, RefusedById>,
): Promise<void> {
  const rows = await db.selectFrom('job_chunk').select('number').where('job_id', '=', job.jobId).execute()
  const known = new Set(rows.map(({ number }) => number))
  const fresh = [...told]
    .filter(([{ number }]) => !known.has(number))
    .toSorted(([one], [two]) => one.number - two.number)
  if (fresh.length === 0) return
  const pages = fresh.map(([page]) => page)
  const refused: RefusedById = new Map(fresh.flatMap(([, answer]) => [...answer]))
  await accountFor(db, job, { pages, refused })
  await addRefusals(db, job.jobId, [...refused.values()])
  const counts = { done: goneOf(pages, refused).length, refused: refused.size }
  await addProgress(db, { job, ...counts, throttles: 0, activeMs: 0, at: Date.now() })
}
