'use server'

import { mostDeleted } from '../auth/most-deleted.ts'
import { WITHOUT_ASKING } from './bounds.ts'
import { store } from '../db/open.ts'
import { readStore } from '../db/read-store.ts'
import { printFilter } from '../identity-index/filter-text.ts'
import { defineAction } from '../operation/define-action.ts'
import { freshScan, planMatching } from './matching-plan.ts'
import { deleteMatchingInput, matchingInput } from './matching-schema.ts'
import { wakeRunner } from './process-runner.ts'
import { startMatching } from './start-matching.ts'

/** What a deletion by filter would do, and to how many. Errors: `NOT_FOUND` without a scan, `CONFLICT` with an old one. */
export const planDeletion = defineAction({
  name: 'PlanDeletion',
  effect: 'read',
  permission: 'identities:read',
  input: matchingInput,
  run: (_context, { kept, ...matching }) => planMatching({ ...matching, kept: new Set(kept) }),
})

/**
 * Starts a job that deletes what a filter has of a pool's newest scan. Errors: as for the plan, `VALIDATION` when that
 * is nothing, `LIMIT` when it is more than was said.
 */
export const deleteMatching = defineAction({
  name: 'DeleteMatching',
  effect: 'write',
  permission: 'identities:delete',
  input: deleteMatchingInput,
  partOf: (_, operationId) => operationId,
  takesReason: true,
  needsFresh: ({ atMost }) => atMost > WITHOUT_ASKING,
  audited: ({ kept, filter, ...input }) => ({ ...input, filter: printFilter(filter), kept: kept.length }),
  async run({ actor, connection, operationId }, { pool, filter, kept, maxAgeMs, skipChanged, name, atMost }) {
    const at = Date.now()
    const job = await startMatching(store(), {
      jobId: operationId,
      pool,
      filter,
      scan: await freshScan(readStore(), pool, { maxAgeMs, now: at }),
      kept: new Set(kept),
      skipChanged,
      name,
      most: { count: Math.min(atMost, mostDeleted(connection, actor.role) ?? atMost), over: 'refuse' },
      connection,
      actor,
      at,
    })
    wakeRunner()
    return job
  },
})
