'use server'

import { regionOfId } from '../core/limits.ts'
import { store } from '../db/open.ts'
import { defineAction } from '../operation/define-action.ts'
import { requireWithinLimit } from '../operation/within-limit.ts'
import { deletePoolIdentitiesJob } from './delete-pool-identities-job.ts'
import { createDraft } from './drafts.ts'
import { startDraft } from './start-draft.ts'
import { kindFor } from './kind-for.ts'
import { emptyPoolInput } from './pool-schema.ts'
import { wakeRunner } from './process-runner.ts'
import { readJob } from './read-jobs.ts'

/**
 * Starts a job that deletes every identity of a pool, also those that come while it runs; where a second
 * person is asked for at all, it awaits one. Errors: `FORBIDDEN`.
 */
export const emptyPool = defineAction({
  name: 'EmptyPool',
  effect: 'write',
  permission: 'jobs:run',
  input: emptyPoolInput,
  takesReason: true,
  needsFresh: () => true,
  async run({ actor, connection, operationId: jobId }, { pool }) {
    requireWithinLimit({ actor, connection }, Infinity)
    const kind = kindFor(actor, deletePoolIdentitiesJob.kind)
    const { poolId, connectionId } = pool
    const at = Date.now()
    const name = 'Delete every identity'
    const draft = { jobId, kind, name, parameters: {}, connection, region: regionOfId(poolId), poolId, actor, at }
    await createDraft(store(), draft)
    await startDraft(store(), jobId, { needsIds: false, isUnbounded: kind.isUnbounded, by: actor.name, at })
    wakeRunner()
    return readJob(jobId, connectionId)
  },
})
