import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { recordOutcome, recordStart } from '../audit/record.ts'
import { logSearch } from './migrations/007-log.ts'
import { ENGINES, storeForTest } from './store-for-tests.ts'

const target = { poolId: 'us-east-1:1', identityIds: [] }
const subject = { actor: { id: 'a', name: 'A', role: 'admin' }, connectionId: 'prod', region: 'us-east-1', target }

test.each(ENGINES)('a log of before knows every name that it tells of a pool on %s', async (engine) => {
  const db = await storeForTest(engine)
  const changes: [string, unknown, unknown][] = [
    ['CreateIdentityPool', null, { name: 'First' }],
    ['UpdateIdentityPool', { name: 'First' }, { name: 'Second' }],
    ['DeleteIdentityPool', { pool: { name: 'Second' }, roles: null }, null],
    ['AddIdentityNote', null, { name: 'Nobody' }],
  ]
  for (const [operation, before, after] of changes) {
    await recordStart({ ...subject, operation, operationId: operation, input: {} }, db)
    const ended = { outcome: 'succeeded' as const, target, requestId: null, durationMs: 1, before, after, error: null }
    await recordOutcome(operation, ended, db)
  }
  await sql`drop table pool_name`.execute(db)
  for (const index of ['operation', 'connection', 'outcome'])
    await sql`drop index ${sql.id(`audit_entry_${index}`)}`.execute(db)
  await logSearch.up(db)
  const names = await db.selectFrom('pool_name').select('name').orderBy('name').execute()
  expect(names.map(({ name }) => name)).toEqual(['First', 'Second'])
})
