import type { Db } from '../db/open.ts'
import type { AuditRow } from '../db/tables.ts'
import { entryHash } from './entry-hash.ts'

type Later = 'personal' | 'run_id' | 'address' | 'own_request_id'
type OlderEntry = Omit<AuditRow, 'sequence' | 'version' | 'previous_hash' | 'hash' | Later>

/** Adds an entry as an older version did; the second had everything that an entry says inside the chain. */
export async function appendOlder(db: Db, entry: OlderEntry, version = 2): Promise<void> {
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
  const sequence = head.sequence + 1
  const later = { run_id: null, personal: null, address: null, own_request_id: null }
  const chained = { ...entry, ...later, sequence, version, previous_hash: head.hash }
  const hash = entryHash(chained) ?? ''
  await db
    .insertInto('audit_entry')
    .values({ ...chained, hash })
    .execute()
  const identities = (entry.identity_id?.split(' ') ?? []).map((identity_id) => ({ identity_id, sequence }))
  if (identities.length > 0) await db.insertInto('audit_identity').values(identities).execute()
  await db.updateTable('audit_head').set({ sequence, hash }).execute()
}
