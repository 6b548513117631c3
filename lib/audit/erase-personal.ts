import 'server-only'
import { forgetPages } from '../db/forget-pages.ts'
import { store, type Db } from '../db/open.ts'

/** The operation whose entry an erasure is: nothing is erased from the log but by one that is in it. */
export const ERASURE = 'ErasePerson'

export type PersonInLog = {
  connectionIds: readonly string[]
  identityIds: readonly string[]
  identifiers: readonly string[]
}

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
    const about = await operationsAbout(transaction, { connectionIds, identityIds, identifiers })
    const operations = about.filter((id) => id !== operationId)
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

async function operationsAbout(db: Db, { connectionIds, identityIds, identifiers }: PersonInLog): Promise<string[]> {
  const found = new Set<string>()
  const about = [
    ...chunks(identityIds, 500).map((part) =>
      db.selectFrom('audit_identity').select('sequence').where('identity_id', 'in', part),
    ),
    ...chunks(identifiers, 500).map((part) =>
      db.selectFrom('audit_identifier').select('sequence').where('identifier', 'in', part),
    ),
  ]
  for (const sequences of about) {
    const rows = await db
      .selectFrom('audit_entry')
      .select('operation_id')
      .distinct()
      .where('sequence', 'in', sequences)
      .where('connection_id', 'in', [...connectionIds])
      .execute()
    for (const { operation_id } of rows) found.add(operation_id)
  }
  return [...found]
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))
