import 'server-only'
import { sql, type Transaction } from 'kysely'
import { isEmbedded } from './is-embedded.ts'
import type { Tables } from './tables.ts'

/** Has transactions of one name follow each other, on all copies of the console: one waits until another has ended. */
export async function takeTurn(transaction: Transaction<Tables>, name: string): Promise<void> {
  // The embedded store has one transaction at a time anyway.
  if (isEmbedded(transaction)) return
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction)
}
