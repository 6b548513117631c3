import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { store } from '../db/open.ts'
import { consoleForTests } from './console-for-tests.ts'
import { recordExport } from './record-export.ts'

const lifeguard = consoleForTests()
const actor = { id: 'ada', name: 'Ada', role: 'admin' as const }
const pool = { connectionId: 'test', poolId: 'us-east-1:00000000-0000-4000-8000-000000000001' }

test('an export is an entry of who took what', async () => {
  await recordExport({ actor, name: 'ExportIdentities', about: { pool }, asked: { filter: 'guest', format: 'csv' } })
  const rows = await lifeguard.auditRows()
  expect(rows).toMatchObject([
    {
      phase: 'event',
      operation: 'ExportIdentities',
      outcome: 'succeeded',
      actor_id: 'ada',
      connection_id: 'test',
      region: 'us-east-1',
      pool_id: pool.poolId,
      input: '{"filter":"guest","format":"csv"}',
    },
  ])
})

test('nothing is exported that cannot be audited', async () => {
  await sql`alter table audit_head rename to audit_head_gone`.execute(store())
  const taken = recordExport({ actor, name: 'ExportAuditLog', about: {}, asked: {} })
  await expect(taken).rejects.toMatchObject({ shape: { code: 'UNAVAILABLE' } })
  await sql`alter table audit_head_gone rename to audit_head`.execute(store())
})
