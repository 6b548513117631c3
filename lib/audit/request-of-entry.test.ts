import { expect, test } from 'vitest'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import { asRequest } from '../log/as-request-for-tests.ts'
import { newRequestId } from '../log/own-request.ts'
import { ADDRESS_HEADER, REQUEST_ID_HEADER } from '../log/request-facts.ts'
import { recordBatch, recordDenial, recordEvent, recordOutcome, recordStart } from './record.ts'
import { verifyChain } from './verify-chain.ts'

const [first, second] = [newRequestId(), newRequestId()]
const target = { poolId: null, identityIds: [] }
const actor = { id: 'local', name: 'Ada', role: 'admin' }
const subject = { actor, operation: 'DeleteIdentityPool', connectionId: 'prod', region: 'us-east-1', target }
const states = { before: null, after: null, durationMs: 1 }
const error = { code: 'FORBIDDEN', name: null, message: 'Not your role.' }

const come = (address: string, requestId: string, work: () => Promise<void>) =>
  asRequest({ [ADDRESS_HEADER]: address, [REQUEST_ID_HEADER]: requestId }, work)

test.each(ENGINES)('an entry says where its request came from and what names it, on %s', async (engine) => {
  const db = await storeForTest(engine)
  await come('192.0.2.1', first, () => recordStart({ ...subject, operationId: 'one', input: null }, db))
  await come('192.0.2.2', second, async () => {
    await recordOutcome('one', { ...states, target, requestId: 'aws', outcome: 'succeeded', error: null }, db)
    await recordDenial({ ...subject, operationId: 'two', error }, db)
    await recordEvent({ actor, operation: 'SignIn', outcome: 'succeeded' }, db)
  })
  await recordBatch({ ...subject, ...states, operationId: 'three', outcome: 'succeeded' }, db)
  const rows = await db.selectFrom('audit_entry').selectAll().orderBy('sequence').execute()
  expect(rows.map(({ phase, address, own_request_id: id }) => [phase, address, id])).toEqual([
    ['started', '192.0.2.1', first],
    ['outcome', '192.0.2.1', first],
    ['denied', '192.0.2.2', second],
    ['event', '192.0.2.2', second],
    ['batch', null, null],
  ])
  expect(await verifyChain(db)).toEqual({ ok: true, entries: 5, erased: 0 })
})
