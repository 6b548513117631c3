import 'server-only'
import { createHash } from 'node:crypto'
import type { AuditRow } from '../db/tables.ts'

type Column = Exclude<keyof AuditRow, 'hash'>

const first = [
  'actor_id',
  'actor_name',
  'actor_role',
  'after',
  'before',
  'connection_id',
  'duration_ms',
  'error_code',
  'error_message',
  'error_name',
  'identity_id',
  'input',
  'operation',
  'operation_id',
  'outcome',
  'phase',
  'pool_id',
  'previous_hash',
  'recorded_at',
  'region',
  'request_id',
  'sequence',
] as const satisfies readonly Column[]

const third = [...first, 'version', 'run_id', 'personal'] as const

/**
 * The columns of an entry by its version; the first had none to say so. A new column makes a new version, so that older
 * entries stay valid.
 */
const columnsOf = new Map<number | null, readonly Column[]>([
  [null, first],
  [2, [...first, 'version']],
  [3, third],
  [4, [...third, 'address', 'own_request_id']],
])

/** The version that entries are written in. */
export const ENTRY_VERSION = 4

/**
 * SHA-256 over the columns of the entry's own version in the order of their names, the hash of the entry before
 * included; null for a version that is not known, or when a column that the version does not have holds something.
 */
export function entryHash(entry: Omit<AuditRow, 'hash'>): string | null {
  const columns = columnsOf.get(entry.version)
  if (!columns) return null
  const covered = new Set<string>([...columns, 'hash'])
  if (Object.entries(entry).some(([name, value]) => value !== null && !covered.has(name))) return null
  const named = columns.toSorted().map((name) => [name, entry[name]])
  return createHash('sha256').update(JSON.stringify(named)).digest('hex')
}
