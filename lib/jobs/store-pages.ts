import 'server-only'
import type { Transaction } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { addProgress, addRefusals, type Progress } from './flush-outcomes.ts'
import type { Job } from './job.ts'
import type { PageAnswer } from './job-kind.ts'

/** A page of a list, and where the list stood before it. */
export type ReadPage = PageAnswer & { from: string | null }

type Stored = Omit<Progress, 'done' | 'refused'> & { pages: readonly ReadPage[] }

/** The cursor of a list that was read to its end. */
export const LAST = ''

/** Where the list of a job goes on. */
export const listCursorOf = async (db: Transaction<Tables>, jobId: string): Promise<string | null> =>
  (await db.selectFrom('job').select('cursor').where('job_id', '=', jobId).executeTakeFirstOrThrow()).cursor

/**
 * Writes what came of pages that follow each other, and where the list goes on. Those that were stored before, by a
 * commit whose answer was lost, are not stored again. Returns what people want of the job by now.
 */
export async function storePages(db: Transaction<Tables>, { pages, ...progress }: Stored): Promise<Job['wanted']> {
  const { jobId } = progress.job
  const cursor = await listCursorOf(db, jobId)
  const known = pages.findIndex(({ from }) => from === cursor)
  const fresh = known < 0 ? [] : pages.slice(known)
  for (const { store } of fresh) await store(db)
  const last = fresh.at(-1)
  if (last)
    await db
      .updateTable('job')
      .set({ cursor: last.cursor ?? LAST })
      .where('job_id', '=', jobId)
      .execute()
  const done = fresh.reduce((sum, { count }) => sum + count, 0)
  const refused = fresh.flatMap((page) => page.refused ?? [])
  await addRefusals(db, jobId, refused)
  return addProgress(db, { ...progress, done, refused: refused.length })
}
