'use server'

import { AppError } from '../core/errors.ts'
import { identityInput } from '../identities/schema.ts'
import { defineAction } from '../operation/define-action.ts'
import { poolInput } from '../pools/schema.ts'
import { countOperations } from './count-operations.ts'
import { readAuditLog, readDeletion, readEntry, readIdentityHistory, readPoolHistory, readRun } from './read-entries.ts'
import { settledFate } from './settle-fate.ts'
import {
  auditEntryInput,
  countOperationsInput,
  listAuditEntriesInput,
  listRunInput,
  poolHistoryInput,
} from './schema.ts'
import { visibleConnections } from '../auth/visible-connections.ts'

/** What was done to a pool and its identities here, or tried, newest first. */
export const listPoolHistory = defineAction({
  name: 'ListPoolHistory',
  effect: 'read',
  permission: 'audit:read',
  input: poolHistoryInput,
  run: (_context, { pool, show, cursor }) => readPoolHistory(pool, { cursor, show }),
})

/** How a pool was deleted here; null when it was not. */
export const describePoolDeletion = defineAction({
  name: 'DescribePoolDeletion',
  effect: 'read',
  permission: 'audit:read',
  input: poolInput,
  run: (_context, { pool }) => readDeletion(pool),
})

const NEWEST = 5

/** The last that was done to an identity or with it, or tried, newest first; what is older has a cursor. */
export const listIdentityHistory = defineAction({
  name: 'ListIdentityHistory',
  effect: 'read',
  permission: 'audit:read',
  input: identityInput,
  run: (_context, { identity }) => readIdentityHistory(identity, { size: NEWEST }),
})

/**
 * What the audit knows of an identity's end: who deleted it, or into which it was merged. A merge whose answer never came
 * is held against the service.
 */
export const describeIdentityFate = defineAction({
  name: 'DescribeIdentityFate',
  effect: 'read',
  permission: 'audit:read',
  input: identityInput,
  run: ({ cognito }, { identity }) => settledFate(cognito, identity),
})

/**
 * What was done or tried on all connections that the actor may use, newest first, as far as the log could be searched
 * in a moment: the cursor goes on from there.
 */
export const listAuditEntries = defineAction({
  name: 'ListAuditEntries',
  effect: 'read',
  permission: 'audit:read',
  input: listAuditEntriesInput,
  run: ({ actor }, { filter, connectionId: connection = null, cursor }) =>
    readAuditLog({ filter: { ...filter, connection }, visible: visibleConnections(actor), cursor }),
})

/** How many operations ended when, on all connections that the actor may use or on one. */
export const countAuditEntries = defineAction({
  name: 'CountAuditEntries',
  effect: 'read',
  permission: 'audit:read',
  input: countOperationsInput,
  run: ({ actor }, { over, connectionId: connection = null }) =>
    countOperations({ ...over, connection }, visibleConnections(actor)),
})

/** The operations of one run, newest first. */
export const listRun = defineAction({
  name: 'ListRun',
  effect: 'read',
  permission: 'audit:read',
  input: listRunInput,
  run: ({ actor }, { runId, cursor }) => readRun(runId, visibleConnections(actor), { cursor }),
})

/** One entry by its address. Errors: `NOT_FOUND`. */
export const describeAuditEntry = defineAction({
  name: 'DescribeAuditEntry',
  effect: 'read',
  permission: 'audit:read',
  input: auditEntryInput,
  async run({ actor }, { operationId }) {
    const entry = await readEntry(operationId, visibleConnections(actor))
    if (entry) return entry
    throw new AppError({
      code: 'NOT_FOUND',
      message: 'The audit log has no such entry, or it is of a connection that your role may not use.',
      hint: 'Check the address, or look for the entry in the audit log.',
    })
  },
})
