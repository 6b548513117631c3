import 'server-only'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const SQLITE_BUSY = 5

// A handle that nothing refers to is collected, and its lock is gone.
const held = new Set<DatabaseSync>()

/**
 * Takes the data directory for this process, until the returned function is called or the process ends in any way:
 * the system drops the lock with the process. Returns null while another process has it.
 */
export function lockDirectory(directory: string): (() => void) | null {
  const database = new DatabaseSync(join(directory, 'lock'))
  try {
    database.exec('begin exclusive')
    held.add(database)
    return () => {
      held.delete(database)
      database.close()
    }
  } catch (error) {
    database.close()
    if (error instanceof Error && Reflect.get(error, 'errcode') === SQLITE_BUSY) return null
    throw error
  }
}
