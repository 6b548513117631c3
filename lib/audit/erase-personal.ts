import 'server-only'
import { forgetPages } from '../db/forget-pages.ts'
import { store, type Db } from '../db/open.ts'
import { chunks, operationsAbout, type PersonInLog } from './operations-about.ts'

/**
 * Takes out of the log what names a person: every entry that is about one of the identities or names one of the
 * identifiers loses what stands beside the chain. Entries before version 3 have it inside the chain and keep it.
 */
export async function erasePersonal(
  { connectionIds, identityIds, identifiers }: PersonInLog,
  operationId: string,
  db: Db = store(),
): Promise<{ erased: number; kept: number }> {
  const found = await db.transaction().execute(async (transaction) => {
    const operations = await operationsAbout(transaction, { connectionIds, identityIds, identifiers })
    let erased = 0
    let kept = 0
    for (const part of chunks(operations, 500)) {
      const entries = await transaction
        .selectFrom('audit_entry')
        .select(['sequence', 'personal', 'version'])
        .where('operation_id', 'in', part)
        .execute()
      kept += entries.filter(({ version }) => (version ?? 1) < 3).length
      const sequences = entries.filter(({ personal }) => personal !== null).map(({ sequence }) => sequence)
      if (sequences.length === 0) continue
      const rows = await transaction
        .updateTable('audit_personal')
        .set({ salt: null, value: null, erased_at: Date.now(), erased_by: operationId })
        .where('sequence', 'in', sequences)
        .where('erased_at', 'is', null)
        .returning('sequence')
        .execute()
      erased += rows.length
      await transaction.deleteFrom('audit_identifier').where('sequence', 'in', sequences).execute()
      // What was answered may name the person as well.
      await transaction.deleteFrom('operation').where('operation_id', 'in', part).execute()
    }
    return { erased, kept }
  })
  await forgetPages(db, ['audit_personal', 'audit_identifier', 'operation'])
  return found
}
