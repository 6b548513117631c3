import type { Db } from '../db/open.ts'
import type { AuditRow } from '../db/tables.ts'
import { entryHash } from './entry-hash.ts'

type OlderEntry = Omit<AuditRow, 'sequence' | 'version' | 'previous_hash' | 'hash' | 'personal' | 'run_id'>

/** Adds an entry as version 2 did, with everything that it says inside the chain. */
export async function appendOlder(db: Db, entry: OlderEntry): Promise<void> {
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
  const sequence = head.sequence + 1
  const later = { run_id: null, personal: null }
  const chained = { ...entry, ...later, sequence, version: 2, previous_hash: head.hash }
  const hash = entryHash(chained) ?? ''
  await db
    .insertInto('audit_entry')
    .values({ ...chained, hash })
    .execute()
  const identities = (entry.identity_id?.split(' ') ?? []).map((identity_id) => ({ identity_id, sequence }))
  if (identities.length > 0) await db.insertInto('audit_identity').values(identities).execute()
  await db.updateTable('audit_head').set({ sequence, hash }).execute()
}
