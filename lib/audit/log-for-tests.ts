import 'server-only'
import type { Db } from '../db/open.ts'
import { recordDenial, recordEvent, recordOutcome, recordStart } from './record.ts'

export const jane = 'us-east-1:0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60'
const john = 'us-east-1:1d5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f61'
const actor = { id: 'local', name: 'Ada', role: 'admin' }
const target = { poolId: 'us-east-1:9', identityIds: [jane, john] }
const subject = { actor, connectionId: 'prod', region: 'us-east-1', target }
const ended = { target, requestId: 'r-1', durationMs: 5 }

/** Seven entries of every kind: a deletion (1, 2), a sign-in (3), an unlinking that failed (4, 5), a denial, an export. */
export async function sevenEntries(db: Db): Promise<void> {
  const reason = 'DP-7'
  await recordStart({ ...subject, operation: 'DeleteIdentities', operationId: 'one', reason, input: { count: 2 } }, db)
  const states = { before: { userIdentifiers: ['jane@example.com'] }, after: null }
  await recordOutcome('one', { ...ended, ...states, outcome: 'succeeded', error: null }, db)
  await recordEvent({ actor, operation: 'SignIn', outcome: 'succeeded' }, db)
  const input = { userIdentifier: 'john@example.com' }
  await recordStart({ ...subject, operation: 'UnlinkDeveloperIdentity', operationId: 'two', input }, db)
  const error = { code: 'CONFLICT', name: null, message: 'It leads elsewhere by now.' }
  await recordOutcome('two', { ...ended, before: null, after: null, outcome: 'failed', error }, db)
  await recordDenial({ ...subject, operation: 'DeleteIdentityPool', operationId: 'three', error }, db)
  await recordEvent({ actor, operation: 'ExportAuditLog', input: { filter: {} }, outcome: 'succeeded' }, db)
}
