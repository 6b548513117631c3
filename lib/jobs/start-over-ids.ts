import { newOperationId } from '../core/operation-id.ts'
import { PAGE_SIZE } from '../core/limits.ts'
import type { PoolRef } from '../core/refs.ts'
import { write } from '../operation/write.ts'
import { addJobIds, createJob, startJob } from './draft-actions.ts'
import type { Job } from './job.ts'
import { ADDED_AT_ONCE } from './bounds.ts'
import { startedAllTheSame } from './started-all-the-same.ts'

/** A job over ids that somebody chose. `pool`: where they are, null where nobody knows. */
export type JobOverIds = {
  connectionId: string
  region: string
  pool: PoolRef | null
  kind: string
  name: string
  parameters: Record<string, unknown>
  reason: string | null
  ids: readonly string[]
  /** What lists of the pool gave with the ids that they have; of others a scan tells. */
  memberships: ReadonlyMap<string, string>
}

/** Whole calls of the service, so that none goes out half empty. */
const AT_ONCE = Math.floor(ADDED_AT_ONCE / PAGE_SIZE) * PAGE_SIZE

/**
 * Drafts a job, adds its ids and starts it; what was not started is dropped again. `added` hears how many ids it has.
 * Errors: as of the actions; with any of them nothing was started, save with `UNKNOWN_OUTCOME`.
 */
export async function startOverIds(wanted: JobOverIds, added: (count: number) => void = () => {}): Promise<Job> {
  const { ids, memberships, ...draft } = wanted
  const distinct = [...new Set(ids)]
  const { connectionId } = draft
  const { jobId } = await write(createJob, draft, newOperationId())
  const job = { connectionId, jobId }
  try {
    for (let start = 0; start < distinct.length; start += AT_ONCE) {
      const some = distinct.slice(start, start + AT_ONCE)
      const { total } = await write(
        addJobIds,
        { ...job, ids: some, proofs: some.map((id) => memberships.get(id) ?? null) },
        newOperationId(),
      )
      added(total)
    }
    return await write(startJob, { ...job, total: distinct.length }, newOperationId())
  } catch (error) {
    const started = await startedAllTheSame(job, error)
    if (started) return started
    throw error
  }
}
