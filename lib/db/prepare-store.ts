import 'server-only'
import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { causeOf } from '../core/cause-of.ts'
import { migrate, refuseNewer, StoreError } from './migrate.ts'
import { engineOf, openStore, storeFile, type StorePlace } from './open.ts'
import { sqliteDialectOf } from './sqlite.ts'

/**
 * Makes a store ready for this version. Errors: `StoreError` with one line when it is damaged, was written by a newer
 * version, or cannot be reached; an embedded store is then exactly as it was.
 */
export async function prepareStore(place: StorePlace): Promise<void> {
  if (place.databaseUrl === null) await checkFile(storeFile(place))
  const db = openStore(place, { isEndless: true })
  try {
    await migrate(db, engineOf(place))
  } catch (error) {
    throw error instanceof StoreError ? error : new StoreError(`cannot be used (${causeOf(error)})`, { cause: error })
  } finally {
    await db.destroy()
  }
}

/** Looks at a file without ever writing to it. */
async function checkFile(file: string) {
  if (!existsSync(file)) return
  let found: unknown
  let isForeign = false
  try {
    const database = new DatabaseSync(file, { readOnly: true })
    const db = new Kysely({ dialect: sqliteDialectOf(database) })
    found = database.prepare('pragma quick_check(1)').get()?.quick_check
    if (found === 'ok') await refuseNewer(db)
    const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
    isForeign = tables.length > 0 && !tables.some(({ name }) => name === 'kysely_migration')
    await db.destroy()
  } catch (error) {
    throw error instanceof StoreError
      ? error
      : new StoreError(`is damaged or no database (${causeOf(error)})`, { cause: error })
  }
  if (found !== 'ok') throw new StoreError(`is damaged (${String(found).replaceAll(/\s+/g, ' ')})`)
  if (isForeign) throw new StoreError('belongs to another program')
}
