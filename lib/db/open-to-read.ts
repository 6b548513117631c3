import 'server-only'
import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { causeOf } from '../core/cause-of.ts'
import { refuseNewer, refuseOlder, StoreError } from './migrate.ts'
import { storeFile, type Db, type StorePlace } from './open.ts'
import { postgresDialect } from './postgres.ts'
import { sqliteDialectOf } from './sqlite.ts'
import type { Tables } from './tables.ts'

/**
 * Opens a store of this version so that nothing can write to it, also while the console runs. End with `destroy()`.
 * Errors: `StoreError` with one line.
 */
export async function openToRead(place: StorePlace): Promise<Db> {
  let db: Db | null = null
  try {
    db = open(place)
    await refuseNewer(db)
    await refuseOlder(db)
    return db
  } catch (error) {
    await db?.destroy()
    throw error instanceof StoreError ? error : new StoreError(`cannot be read (${causeOf(error)})`, { cause: error })
  }
}

function open(place: StorePlace): Db {
  if (place.databaseUrl !== null)
    return new Kysely<Tables>({ dialect: postgresDialect(place.databaseUrl, { readOnly: true, isEndless: true }) })
  if (!existsSync(storeFile(place))) throw new StoreError('is not there')
  const database = new DatabaseSync(storeFile(place), { readOnly: true })
  database.exec('pragma busy_timeout = 5000')
  return new Kysely<Tables>({ dialect: sqliteDialectOf(database) })
}
