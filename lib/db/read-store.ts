import 'server-only'
import { Kysely, type CompiledQuery } from 'kysely'
import { config } from '../config/config.ts'
import { store, storeFile, type Db, type StorePlace } from './open.ts'
import type { Tables } from './tables.ts'
import { storeWorker, workerDialect } from './worker-dialect.ts'

/**
 * A store aside of everything else. `read` sees what was committed. `write` runs statements as one transaction; they
 * should take some milliseconds, for which whoever else writes may wait.
 */
export type SideStore = {
  read: Db
  write: (statements: readonly CompiledQuery[]) => Promise<void>
  end: () => Promise<void>
}

/** An embedded store has a thread of its own for this; PostgreSQL is aside by itself. */
export function openAside(place: StorePlace, db: Db): SideStore {
  if (place.databaseUrl !== null) return sideOf(db)
  const worker = storeWorker(storeFile(place))
  const read = new Kysely<Tables>({ dialect: workerDialect(worker) })
  return {
    read,
    async write(statements) {
      await worker.ask({ write: statements.map(({ sql: text, parameters: values }) => ({ text, values })) })
    },
    end: () => worker.end(),
  }
}

/** The same by a store itself. */
export const sideOf = (db: Db): SideStore => ({
  read: db,
  write: (statements) =>
    db.transaction().execute(async (trx) => {
      for (const statement of statements) await trx.executeQuery(statement)
    }),
  end: async () => undefined,
})

const shared = globalThis as typeof globalThis & { lifeguardSideStore?: { of: string; side: SideStore } }

/** What is aside of the store of this process. */
export function sideStore(): SideStore {
  const place = config()
  const of = place.databaseUrl ?? storeFile(place)
  if (shared.lifeguardSideStore?.of !== of) {
    void closeSideStore()
    shared.lifeguardSideStore = { of, side: openAside(place, store()) }
  }
  return shared.lifeguardSideStore.side
}

/** The store of this process for reads that take long, which hold nothing else up. */
export const readStore = (): Db => sideStore().read

/** Starts the thread of an embedded store, which copies the store's log into its file from then on. */
export const startSideStore = (): Promise<void> => sideStore().write([])

/** Ends the thread, if there is one. */
export async function closeSideStore(): Promise<void> {
  const present = shared.lifeguardSideStore
  delete shared.lifeguardSideStore
  await present?.side.end()
}
