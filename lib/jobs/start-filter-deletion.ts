import { regionOfId } from '../core/limits.ts'
import { newOperationId } from '../core/operation-id.ts'
import type { PoolRef } from '../core/refs.ts'
import { write } from '../operation/write.ts'
import { createJob, startJob } from './draft-actions.ts'
import { addKeptIds, freezeJobFilter } from './filter-actions.ts'
import type { FilterDeletion } from './filter-schema.ts'
import type { Job } from './job.ts'
import { ADDED_AT_ONCE } from './bounds.ts'
import { startedAllTheSame } from './started-all-the-same.ts'

/** A deletion by filter as somebody decided about it. `kept`: what it must leave. `total`: how many they saw. */
export type NewFilterDeletion = {
  pool: PoolRef
  name: string
  parameters: FilterDeletion
  kept: readonly string[]
  total: number
  reason: string | null
}

const NAME_MAX = 200

/**
 * Drafts a deletion by filter, freezes what the filter has without what is kept, and starts it; what was not started is
 * dropped again. Errors: as of the actions, `CONFLICT` when it has more than was seen; with any of them nothing was
 * started, save with `UNKNOWN_OUTCOME`.
 */
export async function startFilterDeletion(wanted: NewFilterDeletion): Promise<Job> {
  const { pool, name, parameters, kept, total, reason } = wanted
  const { connectionId, poolId } = pool
  const draft = { connectionId, region: regionOfId(poolId), pool, kind: 'delete-by-filter', parameters, reason }
  const { jobId } = await write(createJob, { ...draft, name: name.slice(0, NAME_MAX) }, newOperationId())
  const job = { connectionId, jobId }
  try {
    for (let start = 0; start < kept.length; start += ADDED_AT_ONCE)
      await write(addKeptIds, { ...job, ids: kept.slice(start, start + ADDED_AT_ONCE) }, newOperationId())
    await write(freezeJobFilter, job, newOperationId())
    return await write(startJob, { ...job, total }, newOperationId())
  } catch (error) {
    const started = await startedAllTheSame(job, error)
    if (started) return started
    throw error
  }
}
