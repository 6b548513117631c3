import 'server-only'
import { setImmediate as breath } from 'node:timers/promises'
import { store, type Db } from '../db/open.ts'
import { personIn } from './names-the-person.ts'
import type { NoteThatNames } from './person-search.ts'

const PAGE = 2_000
/** A shorter one, such as the number 12, stands in sentences that mean something else. */
const SOUGHT_MIN = 5

/** The notes of a connection whose text holds one of the identifiers as words of its own. */
export async function notesThatName(
  connectionId: string,
  identifiers: readonly string[],
  db: Db = store(),
): Promise<NoteThatNames[]> {
  const sought = identifiers.filter(({ length }) => length >= SOUGHT_MIN)
  if (sought.length === 0) return []
  const named = personIn(sought)
  const found: NoteThatNames[] = []
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('identity_note')
      .select(['note_id', 'identity_id', 'text', 'version'])
      .where('connection_id', '=', connectionId)
      .where('note_id', '>', after)
      .orderBy('note_id')
      .limit(PAGE)
      .execute()
    for (const { note_id: noteId, identity_id: identityId, text, version } of rows) {
      const names = named(text)
      if (names !== null) found.push({ noteId, identityId, text, version, names })
    }
    after = rows.at(-1)?.note_id ?? after
    if (rows.length < PAGE) return found
    // The embedded store answers at once: others get their turn here.
    await breath()
  }
}
