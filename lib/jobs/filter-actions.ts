'use server'

import { config } from '../config/config.ts'
import { AppError } from '../core/errors.ts'
import { store } from '../db/open.ts'
import { defineAction } from '../operation/define-action.ts'
import { deleteByFilterJob } from './delete-by-filter-job.ts'
import { addKeptIdsInput, jobLimitsInput } from './filter-schema.ts'
import { addKept, freezeFilter } from './freeze-filter.ts'
import type { Job } from './job.ts'
import { kindFor } from './kind-for.ts'
import { requireOwnDraft } from './own-draft.ts'
import { readJob } from './read-jobs.ts'
import { jobInput } from './schema.ts'

/** How many identities a job of this Lifeguard may have. */
export const describeJobLimits = defineAction({
  name: 'DescribeJobLimits',
  effect: 'read',
  permission: 'jobs:read',
  input: jobLimitsInput,
  run: async () => ({ maxIdentities: config().jobs.maxIdentities }),
})

/** Names up to 5,000 identities that the draft of a deletion by filter must leave. Errors: `CONFLICT`, `NOT_FOUND`. */
export const addKeptIds = defineAction({
  name: 'AddKeptIds',
  effect: 'write',
  permission: 'jobs:run',
  input: addKeptIdsInput,
  audited: ({ ids, ...input }) => ({ ...input, count: ids.length }),
  async run({ actor }, { jobId, connectionId, ids }) {
    requireDraft(requireOwnDraft(actor, await readJob(jobId, connectionId)))
    await addKept(store(), jobId, ids)
    return { count: ids.length }
  },
})

/**
 * Puts what its filter has, without what it must leave, into the draft of a deletion. Answers how many that is. Errors:
 * `CONFLICT` when the scan is gone or the job was started, `LIMIT` above `jobs.maxIdentities`.
 */
export const freezeJobFilter = defineAction({
  name: 'FreezeFilter',
  effect: 'write',
  permission: 'jobs:run',
  input: jobInput,
  async run({ actor }, { jobId, connectionId }) {
    const job = requireDraft(requireOwnDraft(actor, await readJob(jobId, connectionId)))
    kindFor(actor, job.kind)
    return { total: await freezeFilter(store(), job) }
  },
})

function requireDraft(job: Job): Job {
  if (job.kind === deleteByFilterJob.kind && job.state === 'draft') return job
  throw new AppError({
    code: 'CONFLICT',
    message: 'This job is no deletion by filter that waits for its identities.',
    hint: 'Look at it in the list of jobs.',
  })
}
