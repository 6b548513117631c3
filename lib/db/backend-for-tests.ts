import { sql } from 'kysely'
import { openStore } from './open.ts'

// A program of its own: its backend dies in a transaction, and it lives on.
const db = openStore({ databaseUrl: process.argv[2] ?? '', dataDir: '' })
const ended = await db
  .transaction()
  .execute(async (transaction) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction)
    process.send?.({ pid: rows[0]?.pid })
    await new Promise((resolve) => process.once('message', resolve))
    await sql`select 1`.execute(transaction)
  })
  .then(
    () => 'committed',
    () => 'failed',
  )
const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db)
process.send?.({ ended, later: rows[0]?.one })
await db.destroy()
process.disconnect()
