import { newOperationId } from '../../lib/core/operation-id.ts'
import { store } from '../../lib/db/open.ts'
import { deleteIdentitiesJob } from '../../lib/jobs/delete-identities-job.ts'
import { addDraftIds, createDraft } from '../../lib/jobs/drafts.ts'
import { startDraft } from '../../lib/jobs/start-draft.ts'
import { REGION } from './seeded-world.ts'

const ADDED_AT_ONCE = 5_000

interface Deletion {
  ids: readonly string[]
  connectionId: string
  poolId: string
}

/** A draft of a deletion of these ids; its id. */
export async function draftedDeletion({ ids, connectionId, poolId }: Deletion): Promise<string> {
  const jobId = newOperationId()
  const actor = { id: 'local', name: 'Bench', role: 'admin' as const }
  const connection = { id: connectionId, accountId: null }
  const draft = { kind: deleteIdentitiesJob, name: 'Bench', parameters: {}, connection, region: REGION, poolId, actor }
  await createDraft(store(), { jobId, ...draft, at: Date.now() })
  for (let start = 0; start < ids.length; start += ADDED_AT_ONCE)
    await addDraftIds(store(), jobId, ids.slice(start, start + ADDED_AT_ONCE), ids.length)
  return jobId
}

/** The same, started. */
export async function startedDeletion(deletion: Deletion): Promise<string> {
  const jobId = await draftedDeletion(deletion)
  await startDraft(store(), jobId, { needsIds: true, by: 'Bench', at: Date.now() })
  return jobId
}
