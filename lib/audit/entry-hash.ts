import 'server-only'
import { createHash } from 'node:crypto'
import type { AuditEntry } from '../db/tables.ts'

/** SHA-256 over all other columns of an entry in the order of their names, the hash of the entry before included. */
export function entryHash(entry: Omit<AuditEntry, 'hash'>): string {
  const columns = Object.entries(entry).filter(([name]) => name !== 'hash')
  return createHash('sha256')
    .update(JSON.stringify(columns.toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')
}
