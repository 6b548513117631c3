import 'server-only'
import { sql, type Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import type { Engine } from './migrations/engine.ts'
import { audit } from './migrations/001-audit.ts'
import { addFindingSuppression } from './migrations/002-finding-suppression.ts'
import { auditIdentity } from './migrations/003-audit-identity.ts'
import { identityNote } from './migrations/004-identity-note.ts'
import { operation } from './migrations/005-operation.ts'
import { personal } from './migrations/006-personal.ts'
import { logSearch } from './migrations/007-log.ts'
import { job } from './migrations/008-job.ts'
import { identityIndex } from './migrations/009-identity-index.ts'
import { retention } from './migrations/010-retention.ts'
import { jobKept } from './migrations/011-job-kept.ts'
import { retentionKeepList } from './migrations/012-retention-keep-list.ts'
import { jobFound } from './migrations/013-job-found.ts'
import { jobEnded } from './migrations/014-job-ended.ts'
import { signIn } from './migrations/015-sign-in.ts'
import { readiness } from './migrations/016-readiness.ts'
import { auditOrigin } from './migrations/017-audit-origin.ts'
import { auditRetention } from './migrations/018-audit-retention.ts'
import { identityMap } from './migrations/019-identity-map.ts'
import { poolSeen } from './migrations/020-pool-seen.ts'

/** Every change of the schema by its name, in the order of the names. */
export const migrationsOf = (engine: Engine): Record<string, Migration> => ({
  '001-audit': audit(engine),
  '002-finding-suppression': addFindingSuppression,
  '003-audit-identity': auditIdentity,
  '004-identity-note': identityNote,
  '005-operation': operation,
  '006-personal': personal(engine),
  '007-log': logSearch,
  '008-job': job,
  '009-identity-index': identityIndex(engine),
  '010-retention': retention,
  '011-job-kept': jobKept,
  '012-retention-keep-list': retentionKeepList,
  '013-job-found': jobFound,
  '014-job-ended': jobEnded,
  '015-sign-in': signIn,
  '016-readiness': readiness,
  '017-audit-origin': auditOrigin,
  '018-audit-retention': auditRetention(engine),
  '019-identity-map': identityMap,
  '020-pool-seen': poolSeen,
})

/** A store that must not be used; the message says why, in one line. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}

/**
 * Brings a store to this version's schema, all or nothing. Concurrent starts on PostgreSQL wait for each other.
 * Errors: `StoreError` when the store was written by a newer version, which leaves it untouched.
 */
export async function migrate<Schema>(db: Kysely<Schema>, engine: Engine): Promise<void> {
  const known = migrationsOf(engine)
  await refuseNewer(db)
  if (engine === 'postgres') return run(db, known)
  await db.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection)
    try {
      await run(connection, known)
      await sql`commit`.execute(connection)
    } catch (error) {
      await sql`rollback`.execute(connection)
      throw error
    }
  })
}

async function run<Schema>(db: Kysely<Schema>, known: Record<string, Migration>) {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => known } }).migrateToLatest()
  if (error !== undefined) throw error instanceof Error ? error : new Error('A migration failed', { cause: error })
}

/** Errors: `StoreError` when the store has a change that this version does not know. */
export async function refuseNewer<Schema>(db: Kysely<Schema>): Promise<void> {
  const newer = (await changesOf(db)).find((name) => !(name in migrationsOf('sqlite')))
  if (newer) throw new StoreError(`was written by a newer version of Lifeguard (it has the change "${newer}")`)
}

/** The same when it lacks one. */
export async function refuseOlder<Schema>(db: Kysely<Schema>): Promise<void> {
  const changes = new Set(await changesOf(db))
  if (Object.keys(migrationsOf('sqlite')).some((name) => !changes.has(name)))
    throw new StoreError('was written by an older version of Lifeguard: start this one, which brings it up to date')
}

async function changesOf<Schema>(db: Kysely<Schema>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return rows.map(({ name }) => name)
}
