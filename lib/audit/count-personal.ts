import 'server-only'
import { store, type Db } from '../db/open.ts'
import { chunks, operationsAbout, type PersonInLog } from './operations-about.ts'

/** `named`: entries that say who the person is. `older`: entries of a version that says so for good. */
export type PersonCount = { named: number; older: number }

/** How many entries of the log are about a person, save those of erasures. */
export async function countPersonal(person: PersonInLog, db: Db = store()): Promise<PersonCount> {
  const count = { named: 0, older: 0 }
  for (const part of chunks(await operationsAbout(db, person), 500)) {
    const rows = await db
      .selectFrom('audit_entry as entry')
      .leftJoin('audit_personal as person', 'person.sequence', 'entry.sequence')
      .select(['entry.version', 'person.value'])
      .where('entry.operation_id', 'in', part)
      .execute()
    count.named += rows.filter(({ value }) => value !== null).length
    count.older += rows.filter(({ version }) => (version ?? 1) < 3).length
  }
  return count
}
