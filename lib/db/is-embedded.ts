import 'server-only'
import { SqliteAdapter } from 'kysely'
import type { Db } from './open.ts'

/** Whether a store is the embedded one, SQLite, which one process has alone. */
export const isEmbedded = (db: Db): boolean => db.getExecutor().adapter instanceof SqliteAdapter
