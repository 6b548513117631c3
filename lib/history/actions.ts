'use server'

import { defineAction } from '../operation/define-action.ts'
import { identityInput } from '../identities/schema.ts'
import { readIdentityFate } from './identity-fate.ts'
import { readAuditLog, readIdentityHistory, readPoolHistory } from './read-entries.ts'
import { listAuditEntriesInput, poolHistoryInput } from './schema.ts'
import { visibleConnections } from './visible-connections.ts'

/** What was done to a pool here, or tried, newest first. */
export const listPoolHistory = defineAction({
  name: 'ListPoolHistory',
  effect: 'read',
  permission: 'audit:read',
  input: poolHistoryInput,
  run: (_context, { pool, cursor }) => readPoolHistory(pool, cursor),
})

const NEWEST = 5

/** The last that was done to an identity or with it, or tried, newest first; what is older has a cursor. */
export const listIdentityHistory = defineAction({
  name: 'ListIdentityHistory',
  effect: 'read',
  permission: 'audit:read',
  input: identityInput,
  run: (_context, { identity }) => readIdentityHistory(identity, NEWEST),
})

/** What the audit knows of an identity's end: who deleted it, or into which it was merged. */
export const describeIdentityFate = defineAction({
  name: 'DescribeIdentityFate',
  effect: 'read',
  permission: 'audit:read',
  input: identityInput,
  run: (_context, { identity }) => readIdentityFate(identity),
})

/** What was done or tried on all connections that the actor may use, newest first. */
export const listAuditEntries = defineAction({
  name: 'ListAuditEntries',
  effect: 'read',
  permission: 'audit:read',
  input: listAuditEntriesInput,
  run: ({ actor }, { cursor, text, connectionId = null, outcome }) =>
    readAuditLog({ filter: { text, connection: connectionId, outcome }, visible: visibleConnections(actor), cursor }),
})
