import 'server-only'
import { sql } from 'kysely'
import { AppError } from '../core/errors.ts'
import { grouped } from '../core/grouped.ts'
import { PAGE_SIZE } from '../core/limits.ts'
import { eachItem } from '../db/each-item.ts'
import type { Db } from '../db/open.ts'
import { eachMatchingId } from '../identity-index/each-matching-id.ts'
import { parseFilter } from '../identity-index/filter-text.ts'
import { addDraftIds } from './drafts.ts'
import { filterDeletionParameters } from './filter-schema.ts'
import type { Job } from './job.ts'

/** Whole calls of the service. */
const CHUNK = 4_980

/** A chunk of ids without those that a deletion must leave. */
export type WithoutKept = (ids: readonly string[]) => Promise<readonly string[]>

/** How many there may be, and whether more are refused or cut off there. */
export type AtMost = { count: number; over: 'refuse' | 'cut' }

type Freezing = {
  /** By default without those that were added by `addKeptIds`. */
  withoutKept?: WithoutKept
  /** By default as many as the configuration lets any job have. */
  most?: AtMost
  /** Epoch milliseconds from which "so long ago" counts. */
  now?: number
  /** Where the index is read. */
  read?: Db
}

/**
 * Puts what the filter of a draft has of its scan into the draft, anew each time. Answers how many it has. Errors:
 * `CONFLICT` when the scan is gone or the draft was started, `LIMIT` above `most` or `jobs.maxIdentities`, `NOT_FOUND`
 * without such a scan.
 */
export async function freezeFilter(db: Db, job: Job, options: Freezing = {}): Promise<number> {
  const { jobId, connectionId, poolId, createdAt } = job
  const { withoutKept = withoutKeptOf(db, jobId), most, now = createdAt, read } = options
  if (poolId === null) throw ofNoPool()
  const { parameters } = await db
    .selectFrom('job')
    .select('parameters')
    .where('job_id', '=', jobId)
    .executeTakeFirstOrThrow()
  const { filter, scanId } = filterDeletionParameters.parse(JSON.parse(parameters))
  await emptyDraft(db, jobId)
  let total = 0
  let waiting: string[] = []
  const add = async (ids: readonly string[]) => {
    const room = (most?.count ?? Infinity) - total
    if (ids.length > room && most?.over === 'refuse') throw tooMany(most.count)
    const fitting = ids.slice(0, room)
    if (fitting.length > 0) total = await addDraftIds(db, jobId, fitting)
  }
  const reading = { chunk: CHUNK, now, scanId, ...(read && { db: read }) }
  const matching = eachMatchingId({ connectionId, poolId }, parseFilter(filter), reading)
  for await (const ids of matching) {
    waiting.push(...(await withoutKept(ids)))
    const whole = waiting.length - (waiting.length % PAGE_SIZE)
    await add(waiting.slice(0, whole))
    waiting = waiting.slice(whole)
    if (most?.over === 'cut' && total + waiting.length >= most.count) break
  }
  await add(waiting)
  return total
}

/** Adds ids that a draft must leave. */
export async function addKept(db: Db, jobId: string, ids: readonly string[]): Promise<void> {
  await sql`insert into job_kept (job_id, item)
    select ${jobId}, item from ${eachItem(db, [...new Set(ids)])} where true on conflict do nothing`.execute(db)
}

const withoutKeptOf =
  (db: Db, jobId: string): WithoutKept =>
  async (ids) => {
    const { rows } = await sql<{ item: string }>`select item from job_kept
      where job_id = ${jobId} and item in (select item from ${eachItem(db, ids)})`.execute(db)
    if (rows.length === 0) return ids
    const kept = new Set(rows.map(({ item }) => item))
    return ids.filter((id) => !kept.has(id))
  }

/** What an earlier attempt has added. */
async function emptyDraft(db: Db, jobId: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const draft = await transaction
      .updateTable('job')
      .set({ total: null })
      .where('job_id', '=', jobId)
      .where('state', '=', 'draft')
      .returning('job_id')
      .executeTakeFirst()
    if (!draft) throw startedBefore()
    await transaction.deleteFrom('job_chunk_ids').where('job_id', '=', jobId).execute()
  })
}

const tooMany = (most: number) =>
  new AppError({
    code: 'LIMIT',
    message: `The filter has more than ${grouped(most)} identities. Nothing was started.`,
    hint: 'Look at what it has, then allow more or narrow it.',
  })

const ofNoPool = () => new AppError({ code: 'VALIDATION', message: 'A deletion by filter is of a pool.' })

const startedBefore = () =>
  new AppError({
    code: 'CONFLICT',
    message: 'This job was started before, or is not there any more.',
    hint: 'Look at it in the list of jobs; what is started does not change.',
  })
