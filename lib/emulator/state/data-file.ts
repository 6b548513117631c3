import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
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

/** Reads the header of the file itself, so that nothing of a foreign file is opened or recovered. */
function refuseForeign(path: string) {
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  readSync(file, header)
  closeSync(file)
  const version = header.readInt32BE(60)
  const application = header.readInt32BE(68)
  if (!header.toString('latin1').startsWith('SQLite format 3\0')) {
    throw new Error(`Data file ${path} is corrupt or no emulator data; it was left as it is.`)
  }
  const stoppedBeforeItsFirstCommit = application === 0 && version === 0
  if (application !== APPLICATION_ID && !stoppedBeforeItsFirstCommit) {
    throw new Error(`Data file ${path} is no emulator data; it was left as it is.`)
  }
  if (version > SCHEMA_VERSION) {
    throw new Error(`Data file ${path} was written by a newer version (schema ${version}); it was left as it is.`)
  }
}

/** Throws an Error with one line when the opened file is damaged or somebody else's. Writes nothing. */
export function refuseDamaged(path: string, database: DatabaseSync) {
  const first = (sql: string) => Object.values(database.prepare(sql).get() ?? {})[0]
  const isOurs = first('pragma application_id') === APPLICATION_ID
  const check = String(first('pragma quick_check(1)')).replaceAll(/\s+/g, ' ')
  if (check !== 'ok') throw new Error(`Data file ${path} is corrupt (${check}); it was left as it is.`)
  if (!isOurs && first('select count(*) from sqlite_schema') !== 0) {
    throw new Error(`Data file ${path} is no emulator data; it was left as it is.`)
  }
}

/** What SQLite says on opening a data file, in words for the operator. */
export function explainFailure(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('errcode' in error)) return error
  const isLocked = error.errcode === 5 || error.errcode === 6
  const reason = isLocked ? 'is in use by another process' : `cannot be used (${error.message}); it was left as it is`
  return new Error(`Data file ${path} ${reason}.`, { cause: error })
}
