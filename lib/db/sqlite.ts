import 'server-only'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { SqliteDialect, type SqliteDatabase } from 'kysely'
import { ownFile } from './own-file.ts'

/**
 * Opens an SQLite file for the store, made when it is missing, for this user alone. Every commit is on the disk; what
 * goes is overwritten.
 */
export function sqliteDialect(file: string): SqliteDialect {
  ownFile(file)
  const database = new DatabaseSync(file)
  database.exec('pragma busy_timeout = 5000')
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
  database.exec('pragma secure_delete = on')
  // The reader aside does this each second; 64 MiB are there only when it does not.
  database.exec('pragma wal_autocheckpoint = 16000')
  // 32 MiB: what a search of a long log goes by stays in memory.
  database.exec('pragma cache_size = -32768')
  return sqliteDialectOf(database)
}

/** The dialect over a database that is open already. */
export const sqliteDialectOf = (database: DatabaseSync) => new SqliteDialect({ database: adapt(database) })

const adapt = (database: DatabaseSync): SqliteDatabase => ({
  close: () => database.close(),
  prepare(text) {
    const statement = database.prepare(text)
    return {
      reader: statement.columns().length > 0,
      all: (values) => statement.all(...values.map(toInput)),
      run: (values) => statement.run(...values.map(toInput)),
      iterate: (values) => statement.iterate(...values.map(toInput)),
    }
  },
})

function toInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string')
    return value
  if (value instanceof Uint8Array) return value
  throw new TypeError(`The store takes text, numbers and bytes, not ${typeof value}`)
}
