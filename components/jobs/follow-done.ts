import { unwrap } from '#lib/core/result.ts'
import { listDoneIds } from '#lib/jobs/actions.ts'
import { RANGES_MAX } from '#lib/jobs/bounds.ts'
import { addToRanges, type Range } from '#lib/jobs/ranges.ts'
import { hasEnded, type Job } from '#lib/jobs/job.ts'
import { tellIdentities } from '../identity-news/tell-identities.ts'

/** `counted`: how many items the job had come to when they were asked for. */
type Followed = { known: Range[]; counted: number; gone: Set<string>; reading: Promise<void> | null; isOver: boolean }

const followed = new Map<string, Followed>()
/** Larger jobs are not followed by their ids: what lists show of them is read again at their end. */
const MOST = 100_000
/** So often the end of a job is read, so long after each other. */
const AT_END = 5
const AGAIN_MS = 3_000

/** The ids that a job has deleted, as far as this tab was told; null where a job has too many to be followed by its ids. */
export const goneBy = ({ jobId, total }: Job): ReadonlySet<string> | null =>
  (total ?? MOST + 1) > MOST ? null : (followed.get(jobId)?.gone ?? new Set())

/**
 * Reads which identities a job has deleted since it was last asked, and puts right what this and other tabs hold of
 * them. Resolves to whether all is told that the job had come to. It never throws: what could not be read is read the
 * next time, and at the end of a job, after which nothing more is heard of it, some times more.
 */
export async function followDone(job: Job, list: typeof listDoneIds = listDoneIds): Promise<boolean> {
  const state = followed.get(job.jobId) ?? { known: [], counted: 0, gone: new Set(), reading: null, isOver: false }
  followed.set(job.jobId, state)
  const came = job.done + job.refused
  const isTold = () => state.isOver || (came <= state.counted && !hasEnded(job))
  if (!isTold() && state.reading) await state.reading
  if (isTold()) return true
  const readAll = async () => {
    for (let left = hasEnded(job) ? AT_END : 1; left > 0 && !isTold(); left -= 1) {
      await read(job, { state, came, list })
      if (left > 1 && !isTold()) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
  state.reading = readAll().finally(() => (state.reading = null))
  await state.reading
  return isTold()
}

type Reading = { state: Followed; came: number; list: typeof listDoneIds }

async function read(job: Job, { state, came, list }: Reading): Promise<void> {
  const { connectionId, jobId, poolId } = job
  if ((job.total ?? MOST + 1) > MOST) {
    if (!hasEnded(job)) return
    state.isOver = true
    return tellIdentities({ kind: 'many', connectionId, identityIds: [], poolId })
  }
  for (;;) {
    const page = await unwrap(list({ connectionId, jobId, known: state.known.slice(0, RANGES_MAX) })).catch(() => null)
    if (page === null) return
    for (const number of page.chunks) state.known = addToRanges(state.known, number)
    const news = page.ids.filter((id) => !state.gone.has(id))
    for (const id of news) state.gone.add(id)
    if (news.length > 0) tellIdentities({ kind: 'deleted', connectionId, identityIds: news, poolId })
    if (!page.more) break
  }
  state.counted = came
  state.isOver = hasEnded(job)
}
