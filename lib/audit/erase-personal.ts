import 'server-only'
import { forgetPages } from '../db/forget-pages.ts'
import { store, type Db } from '../db/open.ts'
import { chunks, operationsAbout, type PersonInLog } from './operations-about.ts'
import { identifiersOf } from './personal.ts'

/** `kept`: entries of versions that have it inside the chain. `forgotten`: it is gone from the store's files, too. */
export type Erased = { erased: number; kept: number; forgotten: boolean }

/**
 * Takes out of the log what names a person: every entry that is about one of the identities or names one of the
 * identifiers loses what stands beside the chain, whoever else it names. Entries before version 3 keep it. What else
 * was deleted of the person, as notes, is to be gone before: the pages of all of it are forgotten at the end.
 */
export async function erasePersonal(person: PersonInLog, operationId: string, db: Db = store()): Promise<Erased> {
  const operations = (await operationsAbout(db, person)).filter((id) => id !== operationId)
  const texts = new Set(person.identifiers)
  let erased = 0
  let kept = 0
  for (const part of chunks(operations, 500)) {
    const found = await eraseFrom(db, part, operationId)
    erased += found.erased
    kept += found.kept
    for (const text of found.texts) texts.add(text)
  }
  const forgotten = await forgetPages(
    db,
    ['audit_personal', 'audit_identifier', 'operation', 'identity_note'],
    [...texts],
  )
  return { erased, kept, forgotten }
}

const eraseFrom = (db: Db, operations: readonly string[], operationId: string) =>
  db.transaction().execute(async (transaction) => {
    const entries = await transaction
      .selectFrom('audit_entry as entry')
      .leftJoin('audit_personal as person', 'person.sequence', 'entry.sequence')
      .select(['entry.sequence', 'entry.version', 'input', 'before', 'after', 'person.value'])
      .where('entry.operation_id', 'in', operations)
      .execute()
    const sequences = entries.filter(({ value }) => value !== null).map(({ sequence }) => sequence)
    if (sequences.length > 0) {
      await transaction
        .updateTable('audit_personal')
        .set({ salt: null, value: null, erased_at: Date.now(), erased_by: operationId })
        .where('sequence', 'in', sequences)
        .execute()
      await transaction.deleteFrom('audit_identifier').where('sequence', 'in', sequences).execute()
    }
    // What was answered may name the person as well. The ids stay taken: nothing of it runs again.
    await transaction.updateTable('operation').set({ answer: null }).where('operation_id', 'in', operations).execute()
    return {
      erased: sequences.length,
      kept: entries.filter(({ version }) => (version ?? 1) < 3).length,
      texts: entries.flatMap(identifiersOf),
    }
  })
