'use server'

import { AppError } from '../core/errors.ts'
import { newOperationId } from '../core/operation-id.ts'
import { store } from '../db/open.ts'
import { defineAction } from '../operation/define-action.ts'
import { readPool } from '../pools/service.ts'
import { checkMergesJob } from './check-merges-job.ts'
import { readFound } from './job-found.ts'
import { kindFor } from './kind-for.ts'
import { checkMergesInput, listFoundInput, lookUpListInput, mergeCheckedInput } from './list-schema.ts'
import { listText } from './list-text.ts'
import { lookUpListJob } from './look-up-list-job.ts'
import { checkedItem, pairItem } from './merge-item.ts'
import { mergeListJob } from './merge-list-job.ts'
import { readItems } from './read-items.ts'
import { readJob } from './read-jobs.ts'
import { readMergePlan } from './read-merge-plan.ts'
import { jobInput } from './schema.ts'
import { startList } from './start-list.ts'
import { grouped } from '../core/grouped.ts'

/** So many of the pairs that can be merged are shown before they are. */
const SHOWN = 3

/** Starts a job that looks up users and identities of a pool, one by one. It changes nothing. Errors: `NOT_FOUND`. */
export const lookUpList = defineAction({
  name: 'LookUpList',
  effect: 'read',
  permission: 'jobs:run',
  input: lookUpListInput,
  async run({ actor, connection, cognito }, { pool, items }) {
    const kind = kindFor(actor, lookUpListJob.kind)
    const { developerProviderName } = await readPool(cognito, pool.poolId)
    const parameters = { hasDeveloperProvider: developerProviderName !== null }
    const name = `Look up ${grouped(new Set(items).size)}`
    return startList(store(), { jobId: newOperationId(), kind, name, parameters, connection, actor, pool, items })
  },
})

/** Starts the dry run of a list of merges. It changes nothing. Errors: `NOT_FOUND`, `VALIDATION`. */
export const checkMerges = defineAction({
  name: 'CheckMerges',
  effect: 'read',
  permission: 'jobs:run',
  input: checkMergesInput,
  async run({ actor, connection, cognito }, { pool, pairs }) {
    const kind = kindFor(actor, checkMergesJob.kind)
    const { developerProviderName: providerName } = await readPool(cognito, pool.poolId)
    if (providerName === null)
      throw new AppError({ code: 'VALIDATION', message: 'This pool has no developer provider, so it has no users.' })
    const items = pairs.map(pairItem)
    const name = `Check ${countOf(new Set(items).size, 'merge')}`
    const parameters = { providerName }
    return startList(store(), { jobId: newOperationId(), kind, name, parameters, connection, actor, pool, items })
  },
})

/** What of the pairs of a dry run can be merged, and what is in each other's way. Errors: `CONFLICT`, `NOT_FOUND`. */
export const describeMergePlan = defineAction({
  name: 'DescribeMergePlan',
  effect: 'read',
  permission: 'jobs:read',
  input: jobInput,
  async run(_, { jobId, connectionId }) {
    const { free, conflicts } = await readMergePlan(store(), await readJob(jobId, connectionId))
    return { free: free.length, conflicts, sample: free.slice(0, SHOWN) }
  },
})

/**
 * Starts a job that merges what a dry run found free of conflicts; each pair is looked at again just before. Errors:
 * `CONFLICT` when that is other than was seen.
 */
export const mergeChecked = defineAction({
  name: 'MergeChecked',
  effect: 'write',
  permission: 'jobs:run',
  input: mergeCheckedInput,
  takesReason: true,
  async run({ actor, connection, operationId: jobId }, { jobId: checkId, connectionId, count }) {
    const kind = kindFor(actor, mergeListJob.kind)
    const check = await readJob(checkId, connectionId)
    const { free, providerName } = await readMergePlan(store(), check)
    if (free.length !== count || check.poolId === null)
      throw new AppError({
        code: 'CONFLICT',
        message: 'This check has another count than you saw. Nothing was started.',
        hint: 'Look at it again, then decide.',
      })
    const pool = { connectionId, poolId: check.poolId }
    const name = `Merge ${countOf(count, 'pair')}`
    const items = free.map(checkedItem)
    return startList(store(), { jobId, kind, name, parameters: { providerName }, connection, actor, pool, items })
  },
})

/** The list that was looked up or checked as text, to begin another one with. Errors: `NOT_FOUND`, `VALIDATION`. */
export const listLines = defineAction({
  name: 'ListLines',
  effect: 'read',
  permission: 'jobs:read',
  input: jobInput,
  async run(_, { jobId, connectionId }) {
    const { kind } = await readJob(jobId, connectionId)
    if (kind !== lookUpListJob.kind && kind !== checkMergesJob.kind)
      throw new AppError({ code: 'VALIDATION', message: 'This job has no list that could be taken over.' })
    return { kind, text: listText({ kind, lines: await readItems(store(), jobId) }) }
  },
})

/** What a job has found, in the order of its items. Errors: `NOT_FOUND`. */
export const listFound = defineAction({
  name: 'ListFound',
  effect: 'read',
  permission: 'jobs:read',
  input: listFoundInput,
  async run(_, { jobId, connectionId, cursor }) {
    await readJob(jobId, connectionId)
    return readFound(jobId, { cursor })
  },
})

const countOf = (count: number, one: string): string => `${grouped(count)} ${one}${count === 1 ? '' : 's'}`
