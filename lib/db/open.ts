import 'server-only'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { config } from '../config/config.ts'
import { countStatement } from '../metrics/instruments.ts'
import type { Engine } from './migrations/engine.ts'
import { postgresDialect } from './postgres.ts'
import { sqliteDialect } from './sqlite.ts'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>

/** Where the store is: a PostgreSQL URL, or else the data directory that holds the embedded one. */
export type StorePlace = { databaseUrl: string | null; dataDir: string }

export const engineOf = ({ databaseUrl }: StorePlace): Engine => (databaseUrl === null ? 'sqlite' : 'postgres')
export const storeFile = ({ dataDir }: StorePlace) => join(dataDir, 'lifeguard.sqlite')

/**
 * Opens a store without migrating it; the launcher has done that. End with `destroy()`. `isEndless`: a statement may
 * take any time.
 */
export function openStore(place: StorePlace, { isEndless = false } = {}): Db {
  const { databaseUrl } = place
  return new Kysely<Tables>({
    dialect: databaseUrl === null ? sqliteDialect(storeFile(place)) : postgresDialect(databaseUrl, { isEndless }),
    log: ({ level, queryDurationMillis }) =>
      countStatement(level === 'error' ? 'failed' : 'succeeded', queryDurationMillis),
  })
}

const shared = globalThis as typeof globalThis & { lifeguardStore?: Db }

/** The store of this process. */
export function store(): Db {
  shared.lifeguardStore ??= openStore(config())
  return shared.lifeguardStore
}

/** Waits for running queries and closes the store of this process, if it was opened. */
export async function closeStore(): Promise<void> {
  await shared.lifeguardStore?.destroy()
  delete shared.lifeguardStore
}
