import 'server-only'
import type { Migration } from 'kysely/migration'

/** Where the request of an entry came from, and our own name for it. */
export const auditOrigin: Migration = {
  async up(db) {
    for (const name of ['address', 'own_request_id'])
      await db.schema.alterTable('audit_entry').addColumn(name, 'text').execute()
  },
}
