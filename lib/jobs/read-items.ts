import 'server-only'
import type { Db } from '../db/open.ts'
import { readChunkIds } from './chunk-window.ts'

/** All items of a job that is small, in its order. */
export async function readItems(db: Db, jobId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('job_chunk_ids')
    .select('ids')
    .where('job_id', '=', jobId)
    .orderBy('number')
    .execute()
  return rows.flatMap(({ ids }) => readChunkIds(ids))
}
