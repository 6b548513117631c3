import 'server-only'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreError } from './migrate.ts'
import { ownFile } from './own-file.ts'

const SQLITE_BUSY = 5
const SQLITE_NOTADB = 26

// A handle that nothing refers to is collected, and its lock is gone.
const held = new Set<DatabaseSync>()

/**
 * Takes the data directory for this process, until the returned function is called or the process ends in any way:
 * the system drops the lock with the process. Returns null while another process has it. Errors: `StoreError` when the
 * lock is something else.
 */
export function lockDirectory(directory: string): (() => void) | null {
  const file = join(directory, 'lock')
  ownFile(file)
  const database = new DatabaseSync(file)
  try {
    database.exec('begin exclusive')
    held.add(database)
    return () => {
      held.delete(database)
      database.close()
    }
  } catch (error) {
    database.close()
    if (isCode(error, SQLITE_BUSY)) return null
    if (isCode(error, SQLITE_NOTADB))
      throw new StoreError(`${file} is no lock of Lifeguard: remove it when no other Lifeguard runs on its directory`)
    throw error
  }
}

const isCode = (error: unknown, code: number): boolean =>
  error instanceof Error && Reflect.get(error, 'errcode') === code
