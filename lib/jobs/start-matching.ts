import 'server-only'
import type { Actor } from '../auth/actor.ts'
import type { Connection } from '../config/schema.ts'
import { regionOfId } from '../core/limits.ts'
import type { PoolRef } from '../core/refs.ts'
import type { Db } from '../db/open.ts'
import { readStore } from '../db/read-store.ts'
import { printFilter } from '../identity-index/filter-text.ts'
import { withoutKept } from '../identity-index/keep-list.ts'
import type { IdentityScan } from '../identity-index/scans.ts'
import type { IndexFilter } from '../identity-index/schema.ts'
import { deleteByFilterJob } from './delete-by-filter-job.ts'
import { createDraft } from './drafts.ts'
import { startDraft } from './start-draft.ts'
import type { FilterDeletion } from './filter-schema.ts'
import { freezeFilter, type AtMost } from './freeze-filter.ts'
import type { Job } from './job.ts'
import { readJob } from './read-jobs.ts'
import { wantCancel } from './want.ts'

/**
 * What of a complete scan is deleted, and as whom. `skipChanged`: each is described just before, and left where it is
 * other than the scan found it. `at`: epoch milliseconds, and `countedFrom`, from which a filter counts back.
 */
export type NewMatching = {
  jobId: string
  name: string
  pool: PoolRef
  filter: IndexFilter
  scan: Pick<IdentityScan, 'scanId' | 'startedAt'>
  kept: ReadonlySet<string>
  skipChanged: boolean
  most: AtMost
  connection: Connection
  actor: Actor
  at: number
  countedFrom?: number
}

/**
 * Starts a job over what a filter has of a scan, frozen; what was not started is dropped again. Errors: as for the draft,
 * and `VALIDATION` when it has nothing.
 */
export async function startMatching(db: Db, wanted: NewMatching, read: Db = readStore()): Promise<Job> {
  const { jobId, pool, actor, at, most } = wanted
  try {
    await draftMatching(db, wanted, read)
    await startDraft(db, jobId, { needsIds: true, expected: most.count, by: actor.name, at })
  } catch (error) {
    await wantCancel(db, jobId, { by: actor.name, at }).catch(() => undefined)
    throw error
  }
  return readJob(jobId, pool.connectionId, db)
}

/** A draft of the same; answers how many it has. Errors: `LIMIT` when it has more than it may, `CONFLICT` when the scan is gone. */
export async function draftMatching(db: Db, wanted: NewMatching, read: Db): Promise<number> {
  const { pool, filter, scan, kept, skipChanged, most, at, countedFrom = at, ...draft } = wanted
  const parameters: FilterDeletion = {
    filter: printFilter(filter),
    scanId: scan.scanId,
    scannedAt: scan.startedAt,
    skipChanged,
    ...(kept.size > 0 && { keepListed: kept.size }),
  }
  const { poolId } = pool
  const where = { region: regionOfId(poolId), poolId, at }
  const job = await createDraft(db, { ...draft, ...where, kind: deleteByFilterJob, parameters })
  const left = (ids: readonly string[]) => Promise.resolve(withoutKept(ids, { ids: kept }))
  return freezeFilter(db, job, { withoutKept: left, most, now: countedFrom, read })
}
