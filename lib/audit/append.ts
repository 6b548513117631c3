import 'server-only'
import { sql, type Transaction } from 'kysely'
import { eachItem } from '../db/each-item.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { countAuditFailure } from '../metrics/instruments.ts'
import type { Db } from '../db/open.ts'
import type { AuditRow, Tables } from '../db/tables.ts'
import { ENTRY_VERSION, entryHash } from './entry-hash.ts'
import { identifiersIn, newSalt, personalDigest, splitPersonal, TOO_LONG, type Personal } from './personal.ts'
import { JSON_MAX, storable, storableJson, storableText } from './storable.ts'

type Columns = Omit<
  AuditRow,
  'sequence' | 'version' | 'previous_hash' | 'hash' | 'personal' | 'input' | 'before' | 'after' | 'error_message'
>
type States = { input: unknown; before: unknown; after: unknown }

/** An entry before it has its place, as it is: what must not be kept is masked here, what names a person set apart. */
export type UnchainedEntry = Columns & States & { error_message: string | null; reason: string | null }

/**
 * Adds an entry to the end of the chain, what names a person beside it. Writers take turns at the head, also across
 * copies of the console. Of a transaction it is a part.
 */
export async function append(db: Db, entry: UnchainedEntry): Promise<void> {
  const { input, before, after, reason, error_message: error, ...columns } = entry
  const states = storable({ input, before, after }) as States
  const { personal, ...plain } = splitPersonal({ ...states, error: safeText(error), reason: safeText(reason) })
  const beside = personal && { salt: newSalt(), value: personalJson(personal) }
  const written = inTransaction(db, async (transaction) => {
    const head = await transaction
      .updateTable('audit_head')
      .set({ sequence: sql<number>`sequence + 1` })
      .where('id', '=', 1)
      .returning(['sequence', 'hash'])
      .executeTakeFirstOrThrow()
    const { sequence } = head
    const chained = {
      ...safeColumns(columns),
      input: storableJson(plain.input),
      before: storableJson(plain.before),
      after: storableJson(plain.after),
      error_message: null,
      personal: beside && personalDigest(beside.salt, beside.value),
      sequence,
      version: ENTRY_VERSION,
      previous_hash: head.hash,
    }
    const hash = entryHash(chained)
    if (hash === null) throw new Error('An audit entry has a column that its version does not know')
    const values = { ...chained, hash }
    await transaction.insertInto('audit_entry').values(values).execute()
    if (beside) {
      const row = { sequence, ...beside, erased_at: null, erased_by: null }
      await transaction.insertInto('audit_personal').values(row).execute()
    }
    await nameIn(transaction, sequence, columns.identity_id?.split(' ') ?? [], identifiersIn(states))
    await transaction.updateTable('audit_head').set({ hash }).where('id', '=', 1).execute()
  })
  await written.catch((error: unknown) => {
    countAuditFailure()
    throw error
  })
}

async function nameIn(db: Transaction<Tables>, sequence: number, identities: string[], identifiers: string[]) {
  if (identities.length > 0)
    await sql`insert into audit_identity (identity_id, sequence)
      select distinct item, ${sql.lit(sequence)} from ${eachItem(db, identities)}`.execute(db)
  const ofUsers = identifiers.map((identifier) => ({ identifier, sequence }))
  if (ofUsers.length > 0) await db.insertInto('audit_identifier').values(ofUsers).execute()
}

const safeText = (text: string | null): string | null => (text === null ? null : String(storable(text)))

/** Names and ids of others as both engines keep them. The ids of identities are many and have been checked. */
const safeColumns = ({ identity_id, ...columns }: Columns): Columns => ({
  ...(Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [name, typeof value === 'string' ? storableText(value) : value]),
  ) as typeof columns),
  identity_id,
})

/** Of what is too long for an entry the texts are kept that say why and how. */
function personalJson(personal: Personal): string {
  const json = JSON.stringify(personal)
  if (json.length <= JSON_MAX) return json
  return JSON.stringify({ ...personal, values: personal.values.map(() => TOO_LONG) })
}
