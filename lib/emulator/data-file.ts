import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.ts'

/** Throws an Error with one line when the data file cannot be used. Writes nothing. */
export function refuseUnusable(path: string) {
  const folder = dirname(path)
  if (!existsSync(folder)) throw new Error(`Data file ${path}: the folder ${folder} does not exist.`)
  if (!isWritable(folder)) throw new Error(`Data file ${path}: the folder ${folder} is read-only.`)
  if (!existsSync(path)) return
  if (!statSync(path).isFile()) throw new Error(`Data file ${path} is not a file.`)
  if (!isWritable(path)) throw new Error(`Data file ${path} is read-only.`)
  if (statSync(path).size > 0) refuseForeign(path)
}

/** The superuser may write what nobody is meant to write: the mode decides too. */
function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return (statSync(path).mode & 0o222) !== 0
  } catch {
    return false
  }
}

function refuseForeign(path: string) {
  let database: DatabaseSync | undefined
  let found: { application: unknown; version: unknown; check: unknown; tables: unknown }
  try {
    database = new DatabaseSync(path, { readOnly: true })
    database.exec('pragma busy_timeout = 1000; pragma locking_mode = exclusive')
    const first = (sql: string) => Object.values(database?.prepare(sql).get() ?? {})[0]
    found = {
      application: first('pragma application_id'),
      version: first('pragma user_version'),
      check: first('pragma quick_check(1)'),
      tables: first('select count(*) from sqlite_schema'),
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    if (/locked|busy/i.test(reason))
      throw new Error(`Data file ${path} is in use by another process.`, { cause: error })
    throw new Error(`Data file ${path} is corrupt or no emulator data (${reason}); it was left as it is.`, {
      cause: error,
    })
  } finally {
    database?.close()
  }
  const stoppedBeforeItsFirstCommit = found.tables === 0 && found.application === 0 && found.version === 0
  if (stoppedBeforeItsFirstCommit) return
  if (found.application !== APPLICATION_ID)
    throw new Error(`Data file ${path} is no emulator data; it was left as it is.`)
  if (found.check !== 'ok') throw new Error(`Data file ${path} is corrupt (${found.check}); it was left as it is.`)
  if (Number(found.version) > SCHEMA_VERSION) {
    throw new Error(`Data file ${path} was written by a newer version (schema ${found.version}); it was left as it is.`)
  }
}
