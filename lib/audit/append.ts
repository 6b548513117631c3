import 'server-only'
import { sql } from 'kysely'
import type { Db } from '../db/open.ts'
import type { AuditRow } from '../db/tables.ts'
import { ENTRY_VERSION, entryHash } from './entry-hash.ts'

export type UnchainedEntry = Omit<AuditRow, 'sequence' | 'version' | 'previous_hash' | 'hash'>

/** Adds an entry to the end of the chain. Writers take turns at the head, also across copies of the console. */
export async function append(db: Db, entry: UnchainedEntry): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const head = await transaction
      .updateTable('audit_head')
      .set({ sequence: sql<number>`sequence + 1` })
      .where('id', '=', 1)
      .returning(['sequence', 'hash'])
      .executeTakeFirstOrThrow()
    const chained = { ...entry, sequence: head.sequence, version: ENTRY_VERSION, previous_hash: head.hash }
    const hash = entryHash(chained)
    if (hash === null) throw new Error('An audit entry has a column that its version does not know')
    await transaction
      .insertInto('audit_entry')
      .values({ ...chained, hash })
      .execute()
    const identities = (chained.identity_id?.split(' ') ?? []).map((id) => ({
      identity_id: id,
      sequence: chained.sequence,
    }))
    if (identities.length > 0) await transaction.insertInto('audit_identity').values(identities).execute()
    await transaction.updateTable('audit_head').set({ hash }).where('id', '=', 1).execute()
  })
}
