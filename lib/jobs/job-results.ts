import 'server-only'
import { sql } from 'kysely'
import { toCsv } from '../core/to-csv.ts'
import { eachItem } from '../db/each-item.ts'
import { store, type Db } from '../db/open.ts'
import { readChunkIds } from './chunk-window.ts'
import { foundOf } from './job-found.ts'
import type { Job } from './job.ts'
import { resultColumns } from './result-cells.ts'

const CHUNKS_AT_ONCE = 50

type Of = Pick<Job, 'jobId' | 'kind'>

/** What became of each item of a job as CSV, in the order of the job, a text at a time. */
export async function* jobResultsCsv({ jobId, kind }: Of, db: Db = store()): AsyncGenerator<string, void> {
  const { head, cells } = resultColumns({ kind })
  yield toCsv([[...head, 'result', 'code']])
  for (let after = 0; ;) {
    const chunks = await db
      .selectFrom('job_chunk_ids as frozen')
      .leftJoin('job_chunk as chunk', (join) =>
        join.onRef('chunk.job_id', '=', 'frozen.job_id').onRef('chunk.number', '=', 'frozen.number'),
      )
      .select(['frozen.number', 'frozen.ids', 'chunk.state'])
      .where('frozen.job_id', '=', jobId)
      .where('frozen.number', '>', after)
      .orderBy('frozen.number')
      .limit(CHUNKS_AT_ONCE)
      .execute()
    const rows = chunks.flatMap(({ ids, state }) => readChunkIds(ids).map((id) => ({ id, state })))
    const ids = rows.map(({ id }) => id)
    const [codes, found] = await Promise.all([codesOf(db, jobId, ids), foundOf(db, jobId, ids)])
    if (rows.length > 0)
      yield toCsv(
        rows.map(({ id, state }) => [...cells(id, found.get(id)), resultOf(state, codes.has(id)), codes.get(id) ?? '']),
      )
    after = chunks.at(-1)?.number ?? after
    if (chunks.length < CHUNKS_AT_ONCE) return
  }
}

const resultOf = (state: string | null, isRefused: boolean): string =>
  isRefused ? 'refused' : state === 'done' ? 'done' : 'not attempted'

async function codesOf(db: Db, jobId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ item: string; code: string }>`select item, code from job_refusal
    where job_id = ${jobId} and item in (select item from ${eachItem(db, ids)})`.execute(db)
  return new Map(rows.map(({ item, code }) => [item, code]))
}
