import 'server-only'
import { PostgresDialect } from 'kysely'
import { Pool, TypeOverrides, types as standard } from 'pg'
import { boundedPool } from './bounded-pool.ts'
import { databaseIsThere } from './database-is-there.ts'

const types = new TypeOverrides()
types.setTypeParser(standard.builtins.INT8, Number)

/** A statement that takes longer is ended by the server: whoever asked has gone. */
const LONGEST_MS = 120_000

/**
 * Connects to PostgreSQL when the first query runs. Numbers of eight bytes come as numbers, not text. `isEndless`: a
 * statement may take any time.
 */
export function postgresDialect(url: string, { readOnly = false, isEndless = false } = {}): PostgresDialect {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    application_name: 'lifeguard',
    ...(!isEndless && { statement_timeout: LONGEST_MS }),
    ...(readOnly && { options: '-c default_transaction_read_only=on' }),
    types,
  })
  // The pool replaces an idle connection that breaks; unheard, its error would end the process.
  pool.on('error', () => undefined)
  // As would that of a backend which dies in a transaction; the query that it breaks tells of it.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new PostgresDialect({ pool: boundedPool(pool, databaseIsThere(url)) })
}
