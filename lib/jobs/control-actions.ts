'use server'

import { store } from '../db/open.ts'
import { defineAction } from '../operation/define-action.ts'
import { readOnlyRefusal } from '../operation/guard.ts'
import { wantCancel, wantPause, wantRun } from './want.ts'
import { kindFor } from './kind-for.ts'
import { wakeRunner } from './process-runner.ts'
import { readJob } from './read-jobs.ts'
import { retryRefused } from './retry-refused.ts'
import { jobInput, retryInput } from './schema.ts'

/** Has a job pause before its next call. Errors: `CONFLICT` when it has ended. */
export const pauseJob = defineAction({
  name: 'PauseJob',
  effect: 'write',
  onReadOnly: true,
  permission: 'jobs:run',
  input: jobInput,
  async run({ actor }, { jobId, connectionId }) {
    await readJob(jobId, connectionId)
    await wantPause(store(), jobId, { by: actor.name, at: Date.now() })
    wakeRunner()
    return readJob(jobId, connectionId)
  },
})

/**
 * Lets a job go on, as the person who started it. Errors: `CONFLICT` when it has ended, `FORBIDDEN`, `READ_ONLY` for one
 * that writes.
 */
export const resumeJob = defineAction({
  name: 'ResumeJob',
  effect: 'write',
  onReadOnly: true,
  permission: 'jobs:run',
  input: jobInput,
  async run({ actor, connection }, { jobId, connectionId }) {
    const job = await readJob(jobId, connectionId)
    if (kindFor(actor, job.kind).effect === 'write' && connection.readOnly) throw readOnlyRefusal(connection)
    await wantRun(store(), jobId, { by: actor.name, at: Date.now() })
    wakeRunner()
    return readJob(jobId, connectionId)
  },
})

/** Ends a job before its next call; what is done stays done. Errors: `CONFLICT` when it has ended. */
export const cancelJob = defineAction({
  name: 'CancelJob',
  effect: 'write',
  onReadOnly: true,
  permission: 'jobs:run',
  input: jobInput,
  async run({ actor }, { jobId, connectionId }) {
    await readJob(jobId, connectionId)
    await wantCancel(store(), jobId, { by: actor.name, at: Date.now() })
    wakeRunner()
    return readJob(jobId, connectionId)
  },
})

/** Starts a new job over what an ended one was refused. Errors: `CONFLICT` when there is nothing, `FORBIDDEN`. */
export const retryFailed = defineAction({
  name: 'RetryFailed',
  effect: 'write',
  permission: 'jobs:run',
  input: retryInput,
  takesReason: true,
  async run({ actor, connection, operationId }, { jobId, connectionId }) {
    const job = await readJob(jobId, connectionId)
    const done = kindFor(actor, job.kind)
    const kind = done.retriedAs === undefined ? done : kindFor(actor, done.retriedAs)
    const retry = { jobId: operationId, kind, connection, actor, at: Date.now() }
    await retryRefused(store(), job, retry)
    wakeRunner()
    return readJob(operationId, connectionId)
  },
})
