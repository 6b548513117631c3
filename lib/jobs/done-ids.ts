import 'server-only'
import { sql } from 'kysely'
import { store, type Db } from '../db/open.ts'
import { eachItem } from '../db/each-item.ts'
import { readChunkIds } from './chunk-window.ts'

/** From which chunk to which one, both included. */
export type ChunkRange = [first: number, last: number]

/** Ids of a job that are done, and the numbers of the chunks that they and those that were refused are of. */
export type DoneIds = { ids: string[]; chunks: number[]; more: boolean }

const CHUNKS_AT_ONCE = 100

/** What of a job is done by now, without what was refused and without the chunks that the reader knows. */
export async function readDoneIds(jobId: string, known: readonly ChunkRange[], db: Db = store()): Promise<DoneIds> {
  const unseen = known.map(([first, last]) => sql<boolean>`not chunk.number between ${first} and ${last}`)
  const rows = await db
    .selectFrom('job_chunk as chunk')
    .innerJoin('job_chunk_ids as frozen', (join) =>
      join.onRef('frozen.job_id', '=', 'chunk.job_id').onRef('frozen.number', '=', 'chunk.number'),
    )
    .select(['chunk.number', 'frozen.ids'])
    .where('chunk.job_id', '=', jobId)
    .where('chunk.state', '=', 'done')
    .where((eb) => eb.and(unseen))
    .orderBy('chunk.number')
    .limit(CHUNKS_AT_ONCE + 1)
    .execute()
  const page = rows.slice(0, CHUNKS_AT_ONCE)
  const ids = page.flatMap((row) => readChunkIds(row.ids))
  const refused = await refusedOf(jobId, ids, db)
  return {
    ids: ids.filter((id) => !refused.has(id)),
    chunks: page.map(({ number }) => number),
    more: rows.length > CHUNKS_AT_ONCE,
  }
}

async function refusedOf(jobId: string, ids: readonly string[], db: Db): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ item: string }>`select item from job_refusal
    where job_id = ${jobId} and item in (select item from ${eachItem(db, ids)})`.execute(db)
  return new Set(rows.map(({ item }) => item))
}
