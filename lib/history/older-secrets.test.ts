import { expect, test } from 'vitest'
import { appendOlder } from '../audit/append-older-for-tests.ts'
import { verifyChain } from '../audit/verify-chain.ts'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import type { Pool } from '../pools/pool.ts'
import { auditCsvLines } from './audit-csv.ts'
import { planRestore } from './plan-restore.ts'
import { readAuditLog, readPoolHistory } from './read-entries.ts'
import { secretsToAsk } from './restored-pool.ts'

const DIGITS = 'www.digits.com'
const poolId = 'us-east-1:0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60'
const pool = { connectionId: 'local', poolId }
const present: Pool = {
  poolId,
  fingerprint: 'now',
  region: 'us-east-1',
  name: 'Kiosk',
  allowUnauthenticated: true,
  classicFlow: 'on',
  developerProviderName: null,
  loginProviders: {},
  userPools: [],
  oidcProviderArns: [],
  samlProviderArns: [],
  tags: {},
}
const stored = (value: string) => JSON.stringify({ ...present, loginProviders: { [DIGITS]: value } })
const change = JSON.stringify({ pool, seen: 'f', change: { loginProviders: { [DIGITS]: 'key;HUSH-after' } } })

/** A save, one kept in a smaller shape, and a refused one as version 0.1 kept them: it masked Twitter's secret and not that of Digits. */
async function storeOfVersion01(engine: (typeof ENGINES)[number]) {
  const db = await storeForTest(engine)
  const row = {
    operation_id: 'saved',
    phase: 'started' as const,
    recorded_at: 1_795_000_000_000,
    actor_id: 'local',
    actor_name: 'Ada',
    actor_role: 'admin',
    connection_id: 'local',
    region: 'us-east-1',
    operation: 'UpdateIdentityPool',
    pool_id: poolId,
    identity_id: null,
    input: change,
    outcome: null,
    request_id: null,
    duration_ms: null,
    before: null,
    after: null,
    error_code: null,
    error_name: null,
    error_message: null,
  }
  const ended = { ...row, phase: 'outcome' as const, input: null, duration_ms: 12 }
  await appendOlder(db, row)
  await appendOlder(db, {
    ...ended,
    outcome: 'succeeded',
    before: stored('key;HUSH-before'),
    after: stored('other;HUSH-after'),
  })
  await appendOlder(db, { ...row, operation_id: 'smaller' })
  const after = JSON.stringify({ loginProviders: { [DIGITS]: 'key;HUSH-after' } })
  await appendOlder(db, { ...ended, operation_id: 'smaller', outcome: 'succeeded', after })
  await appendOlder(db, { ...row, operation_id: 'refused' })
  await appendOlder(db, {
    ...ended,
    operation_id: 'refused',
    outcome: 'failed',
    error_code: 'VALIDATION',
    error_message: `Value '{${DIGITS}=key;HUSH-after}' at 'supportedLoginProviders' failed to satisfy constraint`,
  })
  return db
}

test.each(ENGINES)('a secret that version 0.1 kept is not told on %s', async (engine) => {
  const db = await storeOfVersion01(engine)
  const log = await readAuditLog({ filter: {}, visible: { except: [''] } }, db)
  const { entries } = await readPoolHistory(pool, {}, db)
  expect(log.entries).toEqual(entries)
  expect(entries.map(({ outcome, input }) => [outcome, input])).toEqual([
    ['failed', change.replace('HUSH-after', '•••')],
    ['succeeded', change.replace('HUSH-after', '•••')],
    ['succeeded', change.replace('HUSH-after', '•••')],
  ])
  const [failed, smaller, succeeded] = entries
  expect(smaller?.changes).toMatchObject([{ before: null, after: `${DIGITS}: key;•••` }])
  expect(failed?.error?.message).toContain(`{${DIGITS}=key;•••}`)
  expect(succeeded?.changes).toMatchObject([{ label: 'Digits login', before: 'key;••••••••', after: 'other;••••••••' }])
  const csv = auditCsvLines(entries, () => undefined)
  expect(csv).toContain('Digits login changed: key;•••••••• → other;••••••••')
  expect(JSON.stringify(entries) + csv).not.toContain('HUSH')
  expect(await verifyChain(db)).toMatchObject({ ok: true, entries: 6 })
})

test('a secret that version 0.1 kept is not restored: it is asked for, or the present one stays', async () => {
  const { entries } = await readPoolHistory(pool, {}, await storeOfVersion01('sqlite'))
  const before = entries[2]?.before
  if (before?.kind !== 'pool') throw new Error('There is no pool to restore')
  expect(secretsToAsk(before.pool, present)).toEqual([DIGITS])
  const without = planRestore(before, { kind: 'pool', pool: present }, {})
  expect(without?.kept).toEqual(['Digits stays out, since its secret was not recorded.'])
  const now = { ...present, loginProviders: { [DIGITS]: 'other;••••••••' } }
  const kept = planRestore(before, { kind: 'pool', pool: now }, {})
  const given = planRestore(before, { kind: 'pool', pool: present }, { [DIGITS]: 'key;typed' })
  expect(given?.call).toMatchObject({ change: { loginProviders: { [DIGITS]: 'key;typed' } } })
  expect(given?.changes).toMatchObject([{ after: 'key;••••••••' }])
  expect(JSON.stringify([before, without, kept, given])).not.toContain('HUSH')
})
