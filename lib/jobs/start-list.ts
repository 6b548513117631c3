import 'server-only'
import type { Actor } from '../auth/actor.ts'
import type { Connection } from '../config/schema.ts'
import { regionOfId } from '../core/limits.ts'
import type { PoolRef } from '../core/refs.ts'
import type { Db } from '../db/open.ts'
import { addDraftIds, createDraft } from './drafts.ts'
import type { Job } from './job.ts'
import type { JobKind } from './job-kind.ts'
import { wakeRunner } from './process-runner.ts'
import { readJob } from './read-jobs.ts'
import { startDraft } from './start-draft.ts'
import { wantCancel } from './want.ts'

type NewList = {
  jobId: string
  kind: JobKind
  name: string
  parameters: Record<string, unknown>
  connection: Connection
  actor: Actor
  pool: PoolRef
  items: readonly string[]
}

/** Starts a job over the lines of a list; one that could not be started is dropped. Errors: as for drafts. */
export async function startList(db: Db, { pool, items, ...draft }: NewList): Promise<Job> {
  const { jobId, kind, actor } = draft
  const { connectionId, poolId } = pool
  const by = { by: actor.name, at: Date.now() }
  await createDraft(db, { ...draft, region: regionOfId(poolId), poolId, at: by.at })
  try {
    await addDraftIds(db, jobId, items)
    // Nothing is lost by a look: it needs no second person.
    await startDraft(db, jobId, { needsIds: true, ...by, ...(kind.effect === 'read' && { approvalAbove: null }) })
  } catch (error) {
    await wantCancel(db, jobId, by).catch(() => undefined)
    throw error
  }
  wakeRunner()
  return readJob(jobId, connectionId, db)
}
