import 'server-only'
import { setImmediate as breath } from 'node:timers/promises'
import { sql, type Transaction } from 'kysely'
import { config } from '../config/config.ts'
import { AppError } from '../core/errors.ts'
import { grouped } from '../core/grouped.ts'
import { inTransaction } from '../db/in-transaction.ts'
import type { Db } from '../db/open.ts'
import type { Tables } from '../db/tables.ts'
import { BEFORE_ALL, readChunkIds } from './chunk-window.ts'
import { openDraft, ROWS_AT_ONCE } from './drafts.ts'
import { addJobEvent } from './job-event.ts'

/** `added`: ids with those that are there twice. `changed`: what is left of chunks with ids that an earlier one has. */
type Distinct = { added: number; total: number; changed: Map<number, string[]> }

async function distinctIds(db: Db, jobId: string): Promise<Distinct> {
  const known = new Set<string>()
  const changed = new Map<number, string[]>()
  let added = 0
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('job_chunk_ids')
      .select(['number', 'ids'])
      .where('job_id', '=', jobId)
      .where('number', '>', after)
      .orderBy('number')
      .limit(ROWS_AT_ONCE)
      .execute()
    for (const { number, ids: json } of rows) {
      const ids = readChunkIds(json)
      added += ids.length
      const fresh = ids.filter((id) => known.size < known.add(id).size)
      if (fresh.length < ids.length) changed.set(number, fresh)
    }
    after = rows.at(-1)?.number ?? after
    if (rows.length < ROWS_AT_ONCE) return { added, total: known.size, changed }
    await breath()
  }
}

/**
 * `needsIds`: whether it works through ids at all. `isDoubtful`: an earlier job may have done them, so that one that is
 * refused is looked for. `isUnbounded`: as its kind has it. `expected`: how many whoever starts it has seen; null for any. `approvalAbove`: with more ids a
 * second person has to approve it; null for never.
 */
type Start = {
  needsIds: boolean
  isDoubtful?: boolean
  isUnbounded?: boolean | undefined
  expected?: number | null
  by: string
  at: number
  approvalAbove?: number | null
}

/**
 * Freezes a draft and lets it wait for its turn; ids that were added twice count once. Errors: `CONFLICT` when it was
 * started before or has more ids than expected, `VALIDATION` without an id.
 */
export async function startDraft(db: Db, jobId: string, start: Start): Promise<void> {
  // Looked through before, and again when more was added meanwhile: others need the store as well.
  while (!(await frozen(db, jobId, await distinctIds(db, jobId), start))) await breath()
}

const frozen = (db: Db, jobId: string, distinct: Distinct, start: Start): Promise<boolean> =>
  inTransaction(db, async (transaction) => {
    const {
      needsIds,
      isDoubtful = false,
      isUnbounded = false,
      expected,
      by,
      at,
      approvalAbove = config().jobs.approvalAbove,
    } = start
    const { added, total, changed } = distinct
    const awaits = approvalAbove !== null && (isUnbounded || (needsIds && total > approvalAbove))
    const draft = await openDraft(transaction, jobId)
    if ((draft.total ?? 0) !== added) return false
    if (needsIds && total === 0) throw noIds()
    if (typeof expected === 'number' && total > expected) throw moreThanSeen(total)
    for (const [number, ids] of changed)
      await transaction
        .updateTable('job_chunk_ids')
        .set({ ids: JSON.stringify(ids) })
        .where('job_id', '=', jobId)
        .where('number', '=', number)
        .execute()
    await transaction.deleteFrom('job_chunk_ids').where('job_id', '=', jobId).where('ids', '=', '[]').execute()
    await sql`insert into job_chunk (job_id, number, state, sent_epoch)
      select job_id, number, 'waiting', ${sql.lit(isDoubtful ? BEFORE_ALL : null)} from job_chunk_ids where job_id = ${jobId}`.execute(
      transaction,
    )
    await transaction
      .updateTable('job')
      .set({ state: awaits ? 'awaiting' : 'waiting', started_at: at, total: needsIds ? total : null })
      .where('job_id', '=', jobId)
      .execute()
    const text = awaits ? `${by} started it; it awaits the approval of a second person.` : `${by} started it.`
    const beside = await namesBeside(transaction, jobId)
    await addJobEvent(transaction, jobId, { kind: 'started', text: text + beside, at })
    return true
  })

/** What else has begun on a job's pool and not ended, as a sentence; nothing where nothing has. */
async function namesBeside(db: Transaction<Tables>, jobId: string): Promise<string> {
  const others = await db
    .selectFrom('job as other')
    .innerJoin('job', (join) =>
      join.onRef('job.pool_id', '=', 'other.pool_id').onRef('job.connection_id', '=', 'other.connection_id'),
    )
    .select('other.name')
    .where('job.job_id', '=', jobId)
    .where('other.job_id', '<>', jobId)
    .where(sql<boolean>`other.state in ('awaiting', 'waiting', 'running', 'paused')`)
    .orderBy('other.started_at')
    .execute()
  if (others.length === 0) return ''
  return ` Under way on the same pool by then: ${others.map(({ name }) => `“${name}”`).join(', ')}.`
}

const moreThanSeen = (total: number) =>
  new AppError({
    code: 'CONFLICT',
    message: `This job has ${grouped(total)} identities, more than you saw. Nothing was started.`,
    hint: 'Look at it again, then decide.',
  })

const noIds = () => new AppError({ code: 'VALIDATION', message: 'This job has no identities to work on.' })
