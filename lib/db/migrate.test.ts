import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { ENGINES, copiesForTest, openForTest, storeForTest, storePlace } from './store-for-tests.ts'

describe.each(ENGINES)('a store on %s', (engine) => {
  test('is brought to the present schema, and again without effect', async () => {
    const db = await storeForTest(engine)
    const applied = () => sql<{ name: string }>`select name from kysely_migration`.execute(db)
    const first = await applied()
    expect(first.rows.map(({ name }) => name)).toEqual([
      '001-audit',
      '002-finding-suppression',
      '003-audit-identity',
      '004-identity-note',
      '005-operation',
      '006-personal',
      '007-log',
      '008-job',
      '009-identity-index',
      '010-retention',
      '011-job-kept',
      '012-retention-keep-list',
      '013-job-found',
      '014-job-ended',
      '015-sign-in',
      '016-readiness',
      '017-audit-origin',
      '018-audit-retention',
      '019-identity-map',
      '020-pool-seen',
    ])
    await migrate(db, engine)
    expect((await applied()).rows).toEqual(first.rows)
  })

  test('is migrated once by ten starts at the same time', async () => {
    const place = await storePlace(engine)
    await Promise.all(copiesForTest(place, 10).map((db) => migrate(db, engine)))
    const heads = await openForTest(place).selectFrom('audit_head').selectAll().execute()
    expect(heads).toEqual([{ id: 1, sequence: 0, hash: '' }])
  })

  test('of a newer version is refused and left as it was', async () => {
    const db = await storeForTest(engine)
    await sql`insert into kysely_migration (name, timestamp) values ('999-later', '2030-01-01')`.execute(db)
    await expect(migrate(db, engine)).rejects.toThrow(
      'was written by a newer version of Lifeguard (it has the change "999-later")',
    )
    expect((await sql`select name from kysely_migration`.execute(db)).rows).toHaveLength(21)
  })

  test('gives numbers of eight bytes as numbers', async () => {
    const db = await storeForTest(engine)
    await db.updateTable('audit_head').set({ sequence: 1_795_000_000_000 }).execute()
    expect(await db.selectFrom('audit_head').select('sequence').executeTakeFirst()).toEqual({
      sequence: 1_795_000_000_000,
    })
  })

  test('undoes a transaction that fails', async () => {
    const db = await storeForTest(engine)
    const failing = db.transaction().execute(async (transaction) => {
      await transaction.updateTable('audit_head').set({ sequence: 7 }).execute()
      throw new Error('stop here')
    })
    await expect(failing).rejects.toThrow('stop here')
    expect(await db.selectFrom('audit_head').select('sequence').executeTakeFirst()).toEqual({ sequence: 0 })
  })
})
