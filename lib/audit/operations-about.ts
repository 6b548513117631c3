import 'server-only'
import type { Db } from '../db/open.ts'
import { entriesThatMention } from './entries-that-mention.ts'
import { indexedIdentifier } from './personal.ts'

/** The operation whose entry an erasure is: nothing is erased from the log but by one that is in it. */
export const ERASURE = 'ErasePerson'

/** A person as the log knows one. */
export type PersonInLog = {
  connectionIds: readonly string[]
  identityIds: readonly string[]
  identifiers: readonly string[]
}

/**
 * The operations whose entries are about one of the identities or name one of the identifiers, in a sentence too. An
 * erasure is one only where the log kept whom it was of.
 */
export async function operationsAbout(
  db: Db,
  { connectionIds, identityIds, identifiers }: PersonInLog,
): Promise<string[]> {
  const found = new Set<string>()
  if (connectionIds.length === 0) return []
  const named = chunks(identifiers.map(indexedIdentifier), 500).map((part) =>
    db.selectFrom('audit_identifier').select('sequence').where('identifier', 'in', part),
  )
  const about = [
    ...chunks(identityIds, 500).map((part) =>
      db.selectFrom('audit_identity').select('sequence').where('identity_id', 'in', part),
    ),
    ...named,
    ...chunks(await entriesThatMention(db, identifiers), 500),
  ]
  const withErasures = new Set<(typeof about)[number]>(named)
  for (const sequences of about) {
    const entries = db
      .selectFrom('audit_entry')
      .select('operation_id')
      .distinct()
      .where('sequence', 'in', sequences)
      .where('connection_id', 'in', [...connectionIds])
    const rows = await (withErasures.has(sequences) ? entries : entries.where('operation', '!=', ERASURE)).execute()
    for (const { operation_id } of rows) found.add(operation_id)
  }
  return [...found]
}

export const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))
