import 'server-only'
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { Tables } from '../db/tables.ts'

/** Ids that go out together. `doubtful`: they may have been sent under an earlier epoch, with an answer that is lost. */
export type Chunk = {
  number: number
  ids: string[]
  doubtful: boolean
  /** The epoch under which it may have been sent before it was taken; null for none. */
  sentBefore: number | null
}

/** An epoch before all others: what an earlier job may have done. */
export const BEFORE_ALL = 0

const idsSchema = z.array(z.string())

/** The ids of a stored chunk. */
export const readChunkIds = (json: string): string[] => idsSchema.parse(JSON.parse(json))

/** As the partial index has it: a bound value would not find it. */
const isWaiting = sql<boolean>`chunk.state = 'waiting'`

type Frozen = { number: number; sent_epoch: number | null; ids: string }

const toChunk = ({ number, sent_epoch, ids }: Frozen): Chunk => ({
  number,
  ids: readChunkIds(ids),
  doubtful: sent_epoch !== null,
  sentBefore: sent_epoch,
})

const waitingChunks = (db: Transaction<Tables>, jobId: string) =>
  db
    .selectFrom('job_chunk as chunk')
    .innerJoin('job_chunk_ids as frozen', (join) =>
      join.onRef('frozen.job_id', '=', 'chunk.job_id').onRef('frozen.number', '=', 'chunk.number'),
    )
    .select(['chunk.number', 'chunk.sent_epoch', 'frozen.ids'])
    .where('chunk.job_id', '=', jobId)
    .where(isWaiting)
    .orderBy('chunk.number')

/** The next chunks of a job that nobody has under this epoch, noted as sent before any of them is. */
export async function nextWindow(
  db: Transaction<Tables>,
  { jobId, epoch, size }: { jobId: string; epoch: number; size: number },
): Promise<Chunk[]> {
  if (size <= 0) return []
  const rows = await waitingChunks(db, jobId)
    .where((eb) => eb.or([eb('chunk.sent_epoch', 'is', null), eb('chunk.sent_epoch', '<>', epoch)]))
    .limit(size)
    .execute()
  if (rows.length > 0)
    await db
      .updateTable('job_chunk')
      .set({ sent_epoch: epoch })
      .where('job_id', '=', jobId)
      .where(
        'number',
        'in',
        rows.map(({ number }) => number),
      )
      .execute()
  return rows.map(toChunk)
}

/** Chunks that their owner has already, under the epoch that it has by now: it does not take them a second time. */
export async function keepWindow(
  db: Transaction<Tables>,
  { jobId, epoch, numbers }: { jobId: string; epoch: number; numbers: readonly number[] },
): Promise<void> {
  if (numbers.length === 0) return
  await db
    .updateTable('job_chunk')
    .set({ sent_epoch: epoch })
    .where('job_id', '=', jobId)
    .where('state', '=', 'waiting')
    .where('number', 'in', numbers)
    .execute()
}

/** Gives chunks back that this job never sent, as they were. */
export async function returnChunks(
  db: Transaction<Tables>,
  jobId: string,
  chunks: readonly Pick<Chunk, 'number' | 'sentBefore'>[],
): Promise<void> {
  for (const before of [null, BEFORE_ALL]) {
    const numbers = chunks.filter(({ sentBefore }) => sentBefore === before).map(({ number }) => number)
    if (numbers.length === 0) continue
    await db
      .updateTable('job_chunk')
      .set({ sent_epoch: before })
      .where('job_id', '=', jobId)
      .where('state', '=', 'waiting')
      .where('number', 'in', numbers)
      .execute()
  }
}

/** Waiting chunks that this job may have sent, and whose answers nobody has. */
export const doubtfulChunks = async (db: Transaction<Tables>, jobId: string): Promise<Chunk[]> =>
  (await waitingChunks(db, jobId).where('chunk.sent_epoch', '>', BEFORE_ALL).execute()).map(toChunk)

/** Whether there is one. */
export const hasDoubtfulChunk = async (db: Transaction<Tables>, jobId: string): Promise<boolean> =>
  (await waitingChunks(db, jobId).where('chunk.sent_epoch', '>', BEFORE_ALL).limit(1).executeTakeFirst()) !== undefined
