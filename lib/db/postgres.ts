import { PostgresDialect } from 'kysely'
import pg from 'pg'

const INT8 = 20

/** Connects to PostgreSQL when the first query runs. Numbers of eight bytes come as numbers, not text. */
export function postgresDialect(url: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    application_name: 'lifeguard',
    types: { getTypeParser: (type, format) => (type === INT8 ? Number : pg.types.getTypeParser(type, format)) },
  })
  // The pool replaces an idle connection that breaks; unheard, its error would end the process.
  pool.on('error', () => undefined)
  return new PostgresDialect({ pool })
}
