'use server'

import { AppError } from '../core/errors.ts'
import { regionOfId } from '../core/limits.ts'
import { store } from '../db/open.ts'
import { defineAction } from '../operation/define-action.ts'
import { requireWithinLimit } from '../operation/within-limit.ts'
import { WITHOUT_ASKING } from './bounds.ts'
import { addDraftIds, createDraft } from './drafts.ts'
import { isDeletion } from './is-deletion.ts'
import { startDraft } from './start-draft.ts'
import { kindFor } from './kind-for.ts'
import { requireOwnDraft } from './own-draft.ts'
import { wakeRunner } from './process-runner.ts'
import { ofNoPool, requireMembers } from './require-members.ts'
import { readJob } from './read-jobs.ts'
import { addJobIdsInput, createJobInput, startJobInput } from './schema.ts'

/** A draft of a job, which waits for ids and its start. Answers its id. Errors: `VALIDATION`, `FORBIDDEN`. */
export const createJob = defineAction({
  name: 'CreateJob',
  effect: 'write',
  permission: 'jobs:run',
  input: createJobInput,
  partOf: (_, operationId) => operationId,
  takesReason: true,
  async run({ actor, connection, operationId }, { region, pool, kind: name, name: called, parameters: raw }) {
    const kind = kindFor(actor, name)
    if (kind.takesIds === 'none') throw hasOwnStart()
    const parameters = kind.check(raw)
    if (pool === null && kind.takesIds === 'added') throw ofNoPool()
    const poolId = pool?.poolId ?? null
    if (poolId !== null && regionOfId(poolId) !== region)
      throw new AppError({ code: 'VALIDATION', message: `The pool is not of the Region ${region}.` })
    const draft = { kind, name: called, parameters, connection, region, poolId, actor, at: Date.now() }
    await createDraft(store(), { jobId: operationId, ...draft })
    return { jobId: operationId }
  },
})

/**
 * Adds up to 5,000 ids to a draft. Answers how many it has. Errors: `CONFLICT` when it was started, `LIMIT`, `FORBIDDEN`
 * for somebody else's, `VALIDATION` for a job that takes none, and where nothing proves that they are of its pool.
 */
export const addJobIds = defineAction({
  name: 'AddJobIds',
  effect: 'write',
  permission: 'jobs:run',
  input: addJobIdsInput,
  partOf: ({ jobId }) => jobId,
  audited: ({ ids, proofs: _, ...input }) => ({ ...input, count: ids.length }),
  async run({ actor }, { jobId, connectionId, ids, proofs }) {
    const job = requireOwnDraft(actor, await readJob(jobId, connectionId))
    const { kind: name, region } = job
    if (kindFor(actor, name).takesIds !== 'added') throw takesNone()
    if (ids.some((id) => regionOfId(id) !== region))
      throw new AppError({ code: 'VALIDATION', message: `All identities of this job are of the Region ${region}.` })
    await requireMembers(store(), job, { ids, proofs })
    return { total: await addDraftIds(store(), jobId, ids) }
  },
})

/**
 * Freezes a draft, and has it worked on in its turn. Errors: `CONFLICT` when it was started or has other ids than seen,
 * `FORBIDDEN` for somebody else's.
 */
export const startJob = defineAction({
  name: 'StartJob',
  effect: 'write',
  permission: 'jobs:run',
  input: startJobInput,
  partOf: ({ jobId }) => jobId,
  needsFresh: ({ total }) => (total ?? 0) > WITHOUT_ASKING,
  async run({ actor, connection }, { jobId, connectionId, total }) {
    const job = requireOwnDraft(actor, await readJob(jobId, connectionId))
    kindFor(actor, job.kind)
    if (isDeletion(job)) requireWithinLimit({ actor, connection }, job.total ?? 0)
    await startDraft(store(), jobId, { needsIds: true, expected: total, by: actor.name, at: Date.now() })
    wakeRunner()
    return readJob(jobId, connectionId)
  },
})

const takesNone = () =>
  new AppError({
    code: 'VALIDATION',
    message: 'This job takes no identities by hand: its filter says which it has.',
    hint: 'Freeze its filter, or make a job over chosen identities.',
  })

const hasOwnStart = () =>
  new AppError({
    code: 'VALIDATION',
    message: 'This job reads its list itself, and has no draft.',
    hint: 'Start it from its pool.',
  })
