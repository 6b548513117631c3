import 'server-only'
import { sql } from 'kysely'
import type { Engine } from '../db/migrations/engine.ts'
import type { Db } from '../db/open.ts'

const GUARDED = ['audit_entry', 'audit_personal', 'audit_identity', 'audit_identifier', 'audit_anchor']

/** Takes every guard off the log, as somebody can who owns the store, and changes it by these statements. */
export async function tamper(db: Db, engine: Engine, changes: readonly string[]): Promise<void> {
  if (engine === 'postgres')
    for (const table of GUARDED) await sql.raw(`alter table ${table} disable trigger all`).execute(db)
  else {
    await sql`pragma foreign_keys = off`.execute(db)
    const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`.execute(db)
    for (const { name } of rows) await sql`drop trigger ${sql.id(name)}`.execute(db)
  }
  for (const change of changes) await sql.raw(change).execute(db)
}
