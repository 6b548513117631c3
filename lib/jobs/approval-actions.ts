'use server'

import { store } from '../db/open.ts'
import { defineAction } from '../operation/define-action.ts'
import { approve, refuse } from './approve.ts'
import { kindFor } from './kind-for.ts'
import { wakeRunner } from './process-runner.ts'
import { readJob } from './read-jobs.ts'
import { jobInput } from './schema.ts'

/** Lets a job start that somebody else made, where a second person is asked for. Errors: `FORBIDDEN`, `CONFLICT`. */
export const approveJob = defineAction({
  name: 'ApproveJob',
  effect: 'write',
  permission: 'jobs:run',
  input: jobInput,
  partOf: ({ jobId }) => jobId,
  async run({ actor }, { jobId, connectionId }) {
    const job = await readJob(jobId, connectionId)
    kindFor(actor, job.kind)
    await approve(store(), { job, actor, at: Date.now() })
    wakeRunner()
    return readJob(jobId, connectionId)
  },
})

/** Ends such a job before anything of it is done. Errors: `FORBIDDEN`, `CONFLICT`. */
export const refuseJob = defineAction({
  name: 'RefuseJob',
  effect: 'write',
  onReadOnly: true,
  permission: 'jobs:run',
  input: jobInput,
  partOf: ({ jobId }) => jobId,
  async run({ actor }, { jobId, connectionId }) {
    const job = await readJob(jobId, connectionId)
    kindFor(actor, job.kind)
    await refuse(store(), { job, actor, at: Date.now() })
    return readJob(jobId, connectionId)
  },
})
