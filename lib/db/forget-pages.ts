import 'server-only'
import { createReadStream } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { isEmbedded } from './is-embedded.ts'
import type { Db } from './open.ts'
import type { Tables } from './tables.ts'

const ROUNDS = 40
const BETWEEN_ROUNDS_MS = 250
/** A long text stands in several pages: its two ends are sought. */
const SOUGHT_BYTES = 36

/**
 * Makes sure that what was deleted is gone from the pages, too, and answers whether it is. SQLite overwrites what it
 * deletes, but not the copies that it left when it moved rows from page to page, nor its write-ahead log: the log is
 * emptied, and the file is written anew when one of the texts is still in it. The dead rows of PostgreSQL go with its
 * tables, which are written anew.
 */
export async function forgetPages(
  db: Db,
  tables: readonly (keyof Tables)[],
  texts: readonly string[] = [],
): Promise<boolean> {
  if (!isEmbedded(db)) {
    await db.connection().execute(async (connection) => {
      await sql`set statement_timeout = 0`.execute(connection)
      try {
        for (const table of tables) await sql`vacuum full ${sql.table(table)}`.execute(connection)
      } finally {
        await sql`reset statement_timeout`.execute(connection)
      }
    })
    return true
  }
  if (!(await emptyLog(db))) return false
  if (!(await isInFile(db, texts))) return true
  await sql`vacuum`.execute(db)
  return emptyLog(db)
}

/** As long as somebody reads through another connection, the log cannot be emptied. */
async function emptyLog(db: Db): Promise<boolean> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const isEmpty = await db.connection().execute(async (connection) => {
      await sql`pragma busy_timeout = 0`.execute(connection)
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection)
      await sql`pragma busy_timeout = 5000`.execute(connection)
      return rows[0]?.busy === 0
    })
    if (isEmpty) return true
    await wait(BETWEEN_ROUNDS_MS)
  }
  return false
}

async function isInFile(db: Db, texts: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ name: string; file: string }>`pragma database_list`.execute(db)
  const file = rows.find(({ name }) => name === 'main')?.file
  const sought = texts.flatMap(endsOf)
  if (!file || sought.length === 0) return false
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(file, { highWaterMark: 2 ** 20 }) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, chunk])
    if (sought.some((text) => bytes.includes(text))) return true
    rest = bytes.subarray(-SOUGHT_BYTES)
  }
  return false
}

/** As a column has a text, and as JSON has it. */
const endsOf = (text: string): Buffer[] =>
  [text, JSON.stringify(text).slice(1, -1)].flatMap((written) => {
    const bytes = Buffer.from(written)
    return [bytes.subarray(0, SOUGHT_BYTES), bytes.subarray(-SOUGHT_BYTES)]
  })
