import { describe, expect, test } from 'vitest'
import type { Db } from '../../lib/db/open.ts'
import { ENGINES, storeForTest } from '../../lib/db/store-for-tests.ts'
import type { AuditCursor, AuditEntry } from '../../lib/history/audit-entry.ts'
import type { AuditFilter } from '../../lib/history/audit-filter.ts'
import { readAuditLog } from '../../lib/history/read-entries.ts'
import { outcomeOf } from '../../lib/history/as-run.ts'
import { identityId, needle, plantedOperation, poolId, poolName, type PlantedOperation } from './audit-rows.ts'

const COUNT = 900
const AT_ONCE = 300

async function longLog(engine: (typeof ENGINES)[number]): Promise<Db> {
  const db = await storeForTest(engine)
  let last = 0
  for (let start = 0; start < COUNT; start += AT_ONCE) {
    const operations = Array.from({ length: AT_ONCE }, (_, index) => {
      const operation = plantedOperation(start + index, last)
      last += operation.entries.length
      return operation
    })
    const all = <T>(part: (operation: PlantedOperation) => T[]) => operations.flatMap(part)
    await db
      .insertInto('audit_entry')
      .values(all(({ entries }) => entries))
      .execute()
    await db
      .insertInto('audit_identity')
      .values(all(({ identities }) => identities))
      .execute()
    await db
      .insertInto('audit_identifier')
      .values(all(({ identifiers }) => identifiers))
      .execute()
    await db
      .insertInto('audit_personal')
      .values(all(({ personal }) => personal))
      .execute()
  }
  const named = { connection_id: 'test', pool_id: poolId(17), name: poolName(17), seen_at: 1 }
  await db.insertInto('pool_name').values(named).execute()
  await db.updateTable('audit_head').set({ sequence: last }).execute()
  return db
}

type Way = { filter?: Partial<AuditFilter>; size?: number; budgetMs?: number; grouped?: boolean }

/** Page after page, to the end. */
async function readAll(db: Db, { filter = {}, ...way }: Way): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = []
  let cursor: AuditCursor | undefined
  for (;;) {
    const page = await readAuditLog({ filter, visible: { except: [''] }, cursor, ...way }, db)
    entries.push(...page.entries)
    if (page.nextCursor === null) return entries
    cursor = page.nextCursor
  }
}

const ids = (entries: readonly AuditEntry[]) => entries.map(({ operationId }) => operationId)

const searches: [string, Partial<AuditFilter>, (entry: AuditEntry) => boolean][] = [
  ['an operation', { operation: 'delete identities' }, ({ operation }) => operation === 'DeleteIdentities'],
  ['an actor', { actor: 'AGENT 17' }, ({ actor }) => actor.name === 'Agent 17'],
  ['a pool by its name', { pool: 'shop 17' }, ({ poolId: id }) => id === poolId(17)],
  [
    'a user',
    { user: 'user-65' },
    ({ operationId }) => operationId === plantedOperation(65, 0).entries[0]?.operation_id,
  ],
  ['an identity', { identity: identityId(65) }, ({ identityIds }) => identityIds.includes(identityId(65))],
  ['a connection', { connection: 'stage' }, ({ connectionId }) => connectionId === 'stage'],
  ['what failed', { outcome: 'failed' }, ({ outcome }) => outcome === 'failed'],
  ['what nobody knows', { outcome: 'unknown' }, ({ outcome }) => outcome === 'unknown'],
  ['a day', { from: '2022-01-02', to: '2022-01-02' }, ({ startedAt }) => dayOf(startedAt) === '2022-01-02'],
  ['a reason', { reason: 'dp-66' }, ({ reason }) => Boolean(reason?.startsWith('DP-66'))],
  [
    'the oldest change',
    { text: `removed ${needle.app}` },
    ({ changes }) => JSON.stringify(changes).includes(needle.app),
  ],
  [
    'words of many changes',
    { text: 'role added tier-6' },
    ({ changes }) => changes.some(({ after }) => after?.includes('tier-6')),
  ],
  [
    'several at once',
    { operation: 'roles', actor: '17', outcome: 'succeeded' },
    ({ operation, actor, outcome }) =>
      operation === 'SetIdentityPoolRoles' && actor.name === 'Agent 17' && outcome === 'succeeded',
  ],
]

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

describe.each(ENGINES)('a log of some hundred operations on %s', (engine) => {
  test('is told in pages once and in order, found as one by one, and each run stands for its batches', async () => {
    const db = await longLog(engine)
    const one = await readAll(db, { grouped: false, size: 500 })
    expect(one).toHaveLength(COUNT)
    expect(one.map(({ sequence }) => sequence)).toEqual(one.map(({ sequence }) => sequence).toSorted((a, b) => b - a))
    expect(ids(await readAll(db, { grouped: false, size: 110, budgetMs: 1 }))).toEqual(ids(one))
    for (const [what, filter, matches] of searches) {
      const wanted = one.filter(matches)
      const runs = new Set<string>()
      const grouped = wanted.filter(({ runId }) => runId === null || (!runs.has(runId) && runs.add(runId)))
      expect(wanted).not.toEqual([])
      expect({ what, found: ids(await readAll(db, { filter, grouped: false, size: 500 })) }).toEqual({
        what,
        found: ids(wanted),
      })
      const inPages = await readAll(db, { filter, size: 50, budgetMs: 25 })
      expect({ what, found: ids(inPages) }).toEqual({ what, found: ids(grouped) })
    }
    for (const entry of (await readAll(db, {})).filter(({ run }) => run !== null)) {
      const batches = one.filter(({ runId }) => runId === entry.runId)
      expect(entry.run?.batches).toBe(batches.length)
      expect(entry.run?.identities).toBe(batches.flatMap(({ identityIds }) => identityIds).length)
      expect(batches.map(({ outcome }) => outcome)).toContain(outcomeOf(entry))
    }
  })
})
