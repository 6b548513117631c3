import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { ENGINES, copiesForTest, openForTest, storeForTest, storePlace } from '../db/store-for-tests.ts'
import { migrate } from '../db/migrate.ts'
import { recordDenial, recordEvent, recordOutcome, recordStart } from './record.ts'
import { verifyChain } from './verify-chain.ts'

const actor = { id: 'local', name: 'Local operator', role: 'admin' }
const target = { poolId: 'us-east-1:0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60', identityIds: [] }
const subject = { actor, operation: 'DeleteIdentityPool', connectionId: 'local', region: 'us-east-1', target }
const start = (operationId: string) => ({ ...subject, operationId, input: { idToken: 'hush', poolId: target.poolId } })
const outcome = { target, requestId: 'r-1', durationMs: 12.4, before: { name: 'Web' }, after: null }

describe.each(ENGINES)('the audit log on %s', (engine) => {
  test('has two rows for an operation, and no secret', async () => {
    const db = await storeForTest(engine)
    await recordStart(start('op-1'), db)
    await recordOutcome('op-1', { ...outcome, outcome: 'succeeded', error: null }, db)
    const [started, ended] = await db.selectFrom('audit_entry').selectAll().orderBy('sequence').execute()
    expect(started).toMatchObject({
      sequence: 1,
      operation_id: 'op-1',
      phase: 'started',
      outcome: null,
      actor_role: 'admin',
    })
    expect(started?.input).toBe(JSON.stringify({ idToken: '•••', poolId: target.poolId }))
    expect(ended).toMatchObject({
      sequence: 2,
      operation_id: 'op-1',
      phase: 'outcome',
      outcome: 'succeeded',
      operation: 'DeleteIdentityPool',
      pool_id: target.poolId,
      request_id: 'r-1',
      duration_ms: 12,
      before: '{"name":"Web"}',
      after: null,
      previous_hash: started?.hash,
    })
  })

  test('keeps why an operation failed and what was denied', async () => {
    const db = await storeForTest(engine)
    const error = { code: 'NOT_FOUND', name: 'ResourceNotFoundException', message: 'There is no such pool.' }
    await recordStart(start('op-1'), db)
    await recordOutcome('op-1', { ...outcome, outcome: 'failed', error }, db)
    await recordDenial(
      { operationId: randomUUID(), ...subject, error: { code: 'FORBIDDEN', name: null, message: 'Not your role.' } },
      db,
    )
    const entries = await db.selectFrom('audit_entry').selectAll().orderBy('sequence').execute()
    expect(entries.map((entry) => [entry.phase, entry.outcome, entry.error_code, entry.error_name])).toEqual([
      ['started', null, null, null],
      ['outcome', 'failed', 'NOT_FOUND', 'ResourceNotFoundException'],
      ['denied', 'denied', 'FORBIDDEN', null],
    ])
  })

  test('has one whole row for an event, without secrets and with what names a person beside it', async () => {
    const db = await storeForTest(engine)
    await recordEvent({ actor, operation: 'SignIn', outcome: 'succeeded' }, db)
    const error = { code: 'FORBIDDEN', name: null, message: 'The claim groups names no role.' }
    const input = { issuer: 'https://id.example', userIdentifier: 'jane', idToken: 'hush' }
    await recordEvent({ actor, operation: 'SignInFailed', input, outcome: 'failed', error }, db)
    await recordEvent(
      { actor, operation: 'ExportIdentities', target: { ...target, connectionId: 'local' }, outcome: 'denied' },
      db,
    )
    const rows = await db.selectFrom('audit_entry').selectAll().orderBy('sequence').execute()
    expect(rows.map(({ operation, phase, outcome: ended }) => [operation, phase, ended])).toEqual([
      ['SignIn', 'event', 'succeeded'],
      ['SignInFailed', 'event', 'failed'],
      ['ExportIdentities', 'event', 'denied'],
    ])
    expect(new Set(rows.map(({ operation_id }) => operation_id)).size).toBe(3)
    expect(rows[1]).toMatchObject({ error_code: 'FORBIDDEN', error_message: null })
    expect(rows[1]?.input).toBe('{"issuer":"https://id.example","userIdentifier":{"$personal":0},"idToken":"•••"}')
    expect(rows[2]).toMatchObject({ connection_id: 'local', pool_id: target.poolId, region: null })
    expect(await verifyChain(db)).toEqual({ ok: true, entries: 3, erased: 0 })
  })

  test('refuses the outcome of what was never started', async () => {
    const db = await storeForTest(engine)
    await expect(recordOutcome('op-1', { ...outcome, outcome: 'succeeded', error: null }, db)).rejects.toThrow(
      'no result',
    )
  })

  test('cannot be changed or shortened', async () => {
    const db = await storeForTest(engine)
    await recordStart(start('op-1'), db)
    await expect(db.updateTable('audit_entry').set({ actor_name: 'x' }).execute()).rejects.toThrow('append-only')
    await expect(db.deleteFrom('audit_entry').execute()).rejects.toThrow('append-only')
    expect(await verifyChain(db)).toEqual({ ok: true, entries: 1, erased: 0 })
  })

  test('stays one chain when much is written at once', async () => {
    const place = await storePlace(engine)
    const copies = copiesForTest(place, 3)
    await migrate(openForTest(place), engine)
    const entries = copies.flatMap((db, copy) => [1, 2, 3, 4, 5].map((n) => recordStart(start(`op-${copy}-${n}`), db)))
    await Promise.all(entries)
    expect(await verifyChain(openForTest(place))).toEqual({ ok: true, entries: 15, erased: 0 })
  })

  test.each([
    ['a changed entry', sql`update audit_entry set actor_name = 'someone else' where sequence = 2`, 2, 'was changed'],
    ['a removed entry', sql`delete from audit_entry where sequence = 2`, 2, 'is missing'],
    ['a removed end', sql`delete from audit_entry where sequence = 3`, 3, 'is missing'],
  ])('shows %s', async (_, tampering, sequence, problem) => {
    const db = await storeForTest(engine)
    for (const id of ['op-1', 'op-2', 'op-3']) await recordStart(start(id), db)
    await (engine === 'postgres' ? sql`alter table audit_entry disable trigger all` : sql`select 1`).execute(db)
    if (engine === 'sqlite')
      for (const verb of ['update', 'delete']) await sql.raw(`drop trigger audit_entry_no_${verb}`).execute(db)
    await tampering.execute(db)
    expect(await verifyChain(db)).toEqual({ ok: false, sequence, problem })
  })
})
