import 'server-only'
import { causeOf } from '../core/cause-of.ts'

const NAME = 'StoreFault'

/** The store did not do its part: it was not reached, did not answer in time, or ended in the middle. */
export class StoreFault extends Error {
  override readonly name = NAME

  constructor(cause: unknown) {
    super(causeOf(cause), { cause })
  }
}

/** SQLite: busy, locked, read-only, input and output, damaged, full, cannot be opened, no database. */
const SQLITE_FAULTS = [5, 6, 8, 10, 11, 13, 14, 26]
/** PostgreSQL: connection, resources, intervention of an operator, system; and writing to a copy that only reads. */
const POSTGRES_FAULTS = /^(08|53|57|58|25006)/

/**
 * Whether the store itself is at fault, and not what was asked of it. The store is made by one bundle of the server and
 * used by others, so that its errors are known by their names.
 */
export function isStoreFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === NAME) return true
  const { errcode, severity, code } = error as Error & Record<'errcode' | 'severity' | 'code', unknown>
  if (typeof errcode === 'number' && SQLITE_FAULTS.includes(errcode & 0xff)) return true
  if (severity !== undefined && typeof code === 'string' && POSTGRES_FAULTS.test(code)) return true
  return isStoreFault(error.cause)
}
