import 'server-only'
import { store, type Db } from '../db/open.ts'
import { chunks, operationsAbout, type PersonInLog } from './operations-about.ts'

/** Operations whose entries say who the person is. `older`: of a version that says so for good. */
export type PersonCount = { named: number; older: number }

/** How many operations of the log are about a person, save erasures. */
export async function countPersonal(person: PersonInLog, db: Db = store()): Promise<PersonCount> {
  const named = new Set<string>()
  const older = new Set<string>()
  for (const part of chunks(await operationsAbout(db, person), 500)) {
    const rows = await db
      .selectFrom('audit_entry as entry')
      .leftJoin('audit_personal as person', 'person.sequence', 'entry.sequence')
      .select(['entry.operation_id as operationId', 'entry.version', 'person.value'])
      .where('entry.operation_id', 'in', part)
      .execute()
    for (const { operationId, version, value } of rows) {
      if (value !== null) named.add(operationId)
      if ((version ?? 1) < 3) older.add(operationId)
    }
  }
  return { named: named.size, older: older.size }
}
