import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Jobs by when they ended, so that the last of them are found without a look at all. */
export const jobEnded: Migration = {
  async up(db) {
    await sql`create index job_ended_at on job (ended_at) where ended_at is not null`.execute(db)
  },
}
